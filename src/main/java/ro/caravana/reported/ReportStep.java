package ro.caravana.reported;

import java.time.Instant;

/** One decision about a report. */
public record ReportStep(
        long version, ReportAction action, ReportState to, String reason, String takenBy, Instant takenAt) {}
