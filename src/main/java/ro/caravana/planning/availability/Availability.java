package ro.caravana.planning.availability;

import java.time.Instant;

/**
 * One thing that is known of when a place can be visited.
 *
 * @param note about nobody; may be empty
 * @param writtenBy an account
 */
public record Availability(
        String id, Place place, Whose whose, When when, String note, String writtenBy, Instant writtenAt) {

    /** Whether both say the same, whoever wrote them. */
    boolean saysTheSameAs(Availability other) {
        return place.equals(other.place) && whose == other.whose && when.equals(other.when) && note.equals(other.note);
    }
}
