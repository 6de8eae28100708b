package ro.caravana.coordination;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What citizens were told of a visit, and whether it still holds. No figure of persons is in it. Times are seconds of the day,
 * Europe/Bucharest, as they are printed.
 *
 * @param place the room or building that was named for this date, otherwise the plan's; the locality where no building is named
 * @param date as last announced: a date nobody was told yet is not here
 * @param kind {@code CAPTURE} or {@code HANDOVER}
 * @param changedAt when it or its room last changed
 * @param version grows with every change
 */
public record Announcement(
        String visit,
        int siruta,
        int uatSiruta,
        String locality,
        String uat,
        String place,
        LocalDate date,
        int start,
        int end,
        String kind,
        Status status,
        Instant changedAt,
        long version) {

    /** Whether what was told still holds. */
    public enum Status {
        HOLDS,
        /** A new date will be told. */
        MOVED,
        CANCELLED,
        /** Its team has said that it was held. */
        OVER,
        /** Its day is past, and nobody has said how it went. */
        PASSED
    }
}
