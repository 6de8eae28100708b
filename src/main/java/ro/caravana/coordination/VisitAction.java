package ro.caravana.coordination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A step in a visit's life; on the wire in lower case with dashes. */
public enum VisitAction {
    ASK,
    CONFIRM,
    DECLINE,
    ANNOUNCE,
    START,
    FINISH,
    CANCEL,
    MOVE,
    HAND_OVER,
    CLOSE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<VisitAction> findByWire(String text) {
        return Arrays.stream(values())
                .filter(action -> action.wire().equals(text))
                .findFirst();
    }
}
