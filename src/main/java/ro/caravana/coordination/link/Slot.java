package ro.caravana.coordination.link;

import java.time.LocalDate;

/**
 * Another time for a visit.
 *
 * @param start second of the day, Europe/Bucharest
 * @param end second of the day
 */
public record Slot(String station, LocalDate date, int start, int end) {}
