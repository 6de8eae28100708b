package ro.caravana.travel;

import java.util.List;

/**
 * Travel between all pairs of some sites.
 *
 * @param sites site ids, in the order of rows and columns
 * @param seconds driving time, {@code seconds[from][to]}
 * @param metres driving distance, {@code metres[from][to]}
 * @param estimated per site, whether it lies off the road network, so that its figures are an estimate
 */
public record TravelMatrix(List<String> sites, int[][] seconds, int[][] metres, boolean[] estimated) {}
