package ro.caravana.planning;

import java.time.Instant;

/**
 * The last time a plan changed, by its search or by people.
 *
 * @param changes that people made since the search, those taken back counted twice: two within one second differ
 */
public record LastChange(Instant at, int changes) {}
