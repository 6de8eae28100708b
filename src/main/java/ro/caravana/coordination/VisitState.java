package ro.caravana.coordination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a visit stands; on the wire in lower case with dashes. */
public enum VisitState {
    PROPOSED,
    /** Mayor and police have been asked. */
    ASKED,
    CONFIRMED_BY_MAYOR,
    CONFIRMED_BY_POLICE,
    /** Both have agreed. */
    CONFIRMED,
    /** A partner cannot on this date: it needs another one, or is cancelled. */
    DECLINED,
    /** It has a new date that nobody has been asked about yet. */
    MOVED,
    /** Citizens know; the date is fixed. */
    ANNOUNCED,
    UNDER_WAY,
    /** Held; its cards are being made. */
    DONE,
    /** The cards are being handed over. */
    HANDOVER,
    CLOSED,
    CANCELLED;

    /** Empty where no state has this name on the wire. */
    public static Optional<VisitState> findByWire(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }

    /** Whether somebody has been asked or told of it and the visit is still to come. */
    public boolean isInHand() {
        return switch (this) {
            case PROPOSED, DONE, HANDOVER, CLOSED, CANCELLED -> false;
            case ASKED, CONFIRMED_BY_MAYOR, CONFIRMED_BY_POLICE, CONFIRMED, DECLINED, MOVED, ANNOUNCED, UNDER_WAY ->
                true;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
