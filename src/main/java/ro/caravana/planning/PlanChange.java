package ro.caravana.planning;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something a person changed, or may change, in a plan.
 *
 * @param number counts a plan's changes from 1
 * @param facts that have changed; none where a visit was moved by hand
 * @param reason given where somebody had been told of a date already
 * @param appliedRevision the plan's revision that accepting it made
 */
public record PlanChange(
        String plan,
        int number,
        Kind kind,
        State state,
        Instant madeAt,
        String madeBy,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy,
        List<Fact> facts,
        Optional<String> reason,
        long baseRevision,
        Optional<Long> appliedRevision,
        PlanDiff diff) {
    public PlanChange {
        facts = List.copyOf(facts);
    }

    /** What kind of change; on the wire in lower case. */
    public enum Kind {
        /** One visit moved by hand. */
        MOVE,
        /** The facts have changed. */
        REPLAN;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What has become of it; on the wire in lower case. */
    public enum State {
        PROPOSED,
        ACCEPTED,
        REJECTED,
        UNDONE;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
