package ro.caravana.reported;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a planner does with a report. */
public enum ReportAction {
    ACCEPT(ReportState.OPEN, ReportState.ACCEPTED),
    DISMISS(ReportState.OPEN, ReportState.DISMISSED),
    /** Takes the last decision back: the report is open again. */
    UNDO(null, ReportState.OPEN);

    private final @Nullable ReportState from;
    private final ReportState to;

    ReportAction(@Nullable ReportState from, ReportState to) {
        this.from = from;
        this.to = to;
    }

    /** Whether it can be done with a report in this state. */
    boolean fits(ReportState state) {
        return from == null ? state != ReportState.OPEN : state == from;
    }

    ReportState to() {
        return to;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReportAction> findByWire(String text) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equals(text))
                .findFirst();
    }
}
