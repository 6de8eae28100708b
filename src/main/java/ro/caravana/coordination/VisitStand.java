package ro.caravana.coordination;

import java.time.Instant;
import java.util.Optional;

/**
 * How an accepted plan's visit stands.
 *
 * @param room named for its date; absent: the plan's own building
 * @param changes of the visit and of its room so far
 * @param changedAt when one of the two last changed
 * @param decliner which partner refused, where it is refused now and one of the two did
 */
public record VisitStand(
        Appointment visit, Optional<String> room, long changes, Instant changedAt, Optional<Partner> decliner) {}
