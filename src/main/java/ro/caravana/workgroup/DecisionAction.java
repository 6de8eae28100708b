package ro.caravana.workgroup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a decision. */
public enum DecisionAction {
    DONE,
    /** It goes on to the next month's meeting, with a new day by which it is due. */
    CARRY,
    DROP,
    REOPEN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DecisionAction> findByWire(String text) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equals(text))
                .findFirst();
    }

    public boolean fits(Decision.State state) {
        return (this == REOPEN) != (state == Decision.State.OPEN);
    }
}
