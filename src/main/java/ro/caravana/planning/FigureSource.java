package ro.caravana.planning;

import java.time.LocalDate;

/**
 * Where the figures behind a plan come from; every document and screen shows it.
 *
 * @param asOf the day the statistics speak of
 * @param synthetic true while the figures are a made-up sample
 */
public record FigureSource(LocalDate asOf, String source, boolean synthetic) {}
