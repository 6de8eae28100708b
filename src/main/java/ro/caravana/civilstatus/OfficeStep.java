package ro.caravana.civilstatus;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One step of an office.
 *
 * @param version the office's after the step
 * @param since the day the office reached the new state, as somebody wrote it down
 * @param changedAt when it was written down
 */
record OfficeStep(
        long version,
        SiieascState from,
        SiieascState to,
        LocalDate since,
        String note,
        String changedBy,
        Instant changedAt) {}
