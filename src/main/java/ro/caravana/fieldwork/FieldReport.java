package ro.caravana.fieldwork;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A report as it was taken. Raw.
 *
 * @param id its own, a UUID
 * @param bodyHash of what was sent
 * @param about the visit as it stood when the report came
 * @param heldOn the day it was held: by the team's times where they can be believed, else the visit's
 * @param times corrected by the skew of the phone's clock
 * @param skewSeconds phone minus server
 * @param signedBy account of the team member
 * @param countsHash of the signed text
 * @param replaces an earlier report of the same member that this one corrects
 * @param step empty until the visit's state was looked after
 */
public record FieldReport(
        String id,
        String bodyHash,
        ReportedVisit about,
        LocalDate heldOn,
        Times times,
        Instant receivedAt,
        long skewSeconds,
        ClockVerdict clock,
        Counts counts,
        Set<ChecklistItem> checklist,
        String signedBy,
        String countsHash,
        Optional<String> replaces,
        Optional<StepOutcome> step) {
    public FieldReport {
        Set<ChecklistItem> ordered = EnumSet.noneOf(ChecklistItem.class);
        ordered.addAll(checklist);
        checklist = Collections.unmodifiableSet(ordered);
    }

    /** Whether it says how the visit ended, not only that it is under way. */
    public boolean isFinal() {
        return times.finished().isPresent();
    }
}
