package ro.caravana.coordination.slot;

import java.time.LocalDate;

/**
 * A number that somebody has taken.
 *
 * @param number the order within the visit's day, from 1
 * @param start of its quarter of an hour, second of the day
 */
public record Ticket(String visit, LocalDate date, int start, int number) {}
