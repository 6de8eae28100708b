package ro.caravana.documents.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;

/**
 * How far a visit has come, as coordination knows it.
 *
 * @param decliner who refused, where it is refused and that is known
 * @param date on which it is held; another than its plan's where the plan could not follow
 * @param changes of the visit and of its room so far: two within one second differ
 */
public record Standing(
        VisitState state, Optional<Partner> decliner, LocalDate date, long changes, Optional<Instant> changedAt) {
    /** A visit that a plan proposes and nobody has done anything about. */
    public static Standing proposed(LocalDate date) {
        return new Standing(VisitState.PROPOSED, Optional.empty(), date, 0, Optional.empty());
    }

    /** Whether nobody drives there: called off, or refused and waiting for another date. */
    public boolean isOff() {
        return state == VisitState.CANCELLED || state == VisitState.DECLINED;
    }

    /** Whether both partners have agreed to what is written. */
    public boolean isAgreed() {
        return switch (state) {
            case CONFIRMED, ANNOUNCED, UNDER_WAY, DONE, HANDOVER, CLOSED -> true;
            case PROPOSED, ASKED, CONFIRMED_BY_MAYOR, CONFIRMED_BY_POLICE, DECLINED, MOVED, CANCELLED -> false;
        };
    }

    public Agreement of(Partner partner) {
        return switch (state) {
            case PROPOSED, MOVED -> Agreement.TO_ASK;
            case ASKED -> Agreement.ASKED;
            case CONFIRMED_BY_MAYOR -> partner == Partner.MAYOR ? Agreement.AGREED : Agreement.ASKED;
            case CONFIRMED_BY_POLICE -> partner == Partner.POLICE ? Agreement.AGREED : Agreement.ASKED;
            case DECLINED -> decliner.isEmpty() || decliner.get() == partner ? Agreement.REFUSED : Agreement.NONE;
            case CANCELLED -> Agreement.NONE;
            case CONFIRMED, ANNOUNCED, UNDER_WAY, DONE, HANDOVER, CLOSED -> Agreement.AGREED;
        };
    }
}
