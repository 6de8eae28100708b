package ro.caravana.planning.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanChangeProblem;
import ro.caravana.planning.change.PlanChanges;

/** What {@code POST …/moves} takes. */
record MoveRequest(
        @Nullable String station,
        @Nullable LocalDate date,
        @Nullable Long revision,
        @Nullable String reason) {
    private static final int LONGEST_REASON = 500;

    PlanChanges.Move of(String visit) {
        if (station == null || date == null) {
            throw new PlanChangeProblem.BadChange(
                    "plan-move-incomplete",
                    station == null ? "station" : "date",
                    "A move names the station and the date, as one of the visit's alternatives does.");
        }
        return new PlanChanges.Move(
                visit,
                station,
                date,
                revision == null ? OptionalLong.empty() : OptionalLong.of(revision),
                reason(reason));
    }

    static Optional<String> reason(@Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new PlanChangeProblem.BadChange(
                    "plan-change-reason-too-long", "reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        return Optional.ofNullable(reason).map(String::strip).filter(text -> !text.isEmpty());
    }
}
