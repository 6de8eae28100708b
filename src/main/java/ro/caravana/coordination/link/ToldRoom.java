package ro.caravana.coordination.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which room partners and citizens were told of.
 *
 * @param version in the room's history; 0: the plan's own building
 * @param by the account that told a new room; empty: told with the visit's own step
 */
public record ToldRoom(long version, LocalDate date, Instant at, Optional<String> by) {}
