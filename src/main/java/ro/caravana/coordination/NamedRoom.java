package ro.caravana.coordination;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Where a visit is held on one date, and whom to call there.
 *
 * @param version grows by one with everything that is said of the visit's room
 * @param room in the words of whoever said it; empty: the plan's own building
 * @param contact at the town hall; empty where nobody is named. For those who work with the visit only
 * @param by account name, or {@code link} for the mayor's own answer
 */
public record NamedRoom(long version, LocalDate date, String room, String contact, Instant at, String by) {}
