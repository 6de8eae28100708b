package ro.caravana.documents.model;

import java.time.LocalDate;

/**
 * Where the expected persons come from; printed wherever a figure is.
 *
 * @param asOf the day the statistics speak of
 * @param source in the words of whoever imported them
 * @param synthetic true while they are generated and not real
 */
public record Figures(LocalDate asOf, String source, boolean synthetic) {}
