package ro.caravana.civilstatus;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far one office is.
 *
 * @param office its id, {@code OSC-<siruta>}
 * @param since the day it reached the state; null before the first step
 * @param note why, or what is missing; may be empty
 * @param version 0 before the first step, one more with each
 */
record OfficeState(
        String office,
        SiieascState state,
        @Nullable LocalDate since,
        String note,
        long version,
        String changedBy,
        @Nullable Instant changedAt) {

    static OfficeState notStarted(String office) {
        return new OfficeState(office, SiieascState.NOT_STARTED, null, "", 0, "", null);
    }
}
