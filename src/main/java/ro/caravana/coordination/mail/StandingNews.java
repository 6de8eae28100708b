package ro.caravana.coordination.mail;

import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStep;
import ro.caravana.coordination.link.RoomTelling;

/**
 * Whether what was to be told of a visit is so at this moment. It may be again later, as when a room is corrected and corrected back:
 * nothing ends by not being so now. Thread-safe.
 */
@Component
class StandingNews {
    private final RoomTelling telling;
    private final Appointments appointments;

    StandingNews(RoomTelling telling, Appointments appointments) {
        this.telling = telling;
        this.appointments = appointments;
    }

    /**
     * For a mail, which is about to leave. Where the next question has gone out, it names the new date itself.
     *
     * @param about the version it speaks of, of the appointment or of the room
     */
    boolean holds(Appointment visit, MailKind kind, long about) {
        return switch (kind) {
            case MOVED -> visit.version() == about;
            case CANCELLED -> visit.state() == VisitState.CANCELLED;
            case ANNOUNCED -> visit.state() == VisitState.ANNOUNCED;
            case ROOM -> telling.holds(visit, about);
            case QUESTION, REMINDER, ESCALATED -> throw new IllegalArgumentException(kind + " is no news");
        };
    }

    /** For what waits until somebody tells it: a question that was put meanwhile has told nobody of the move. */
    boolean isToTell(Appointment visit, PartnerNotice notice) {
        return notice.kind() == MailKind.MOVED
                ? isStillMoved(visit, notice)
                : holds(visit, notice.kind(), notice.aboutVersion());
    }

    private boolean isStillMoved(Appointment visit, PartnerNotice notice) {
        return visit.state().isInHand()
                && appointments.listHistory(visit.id()).stream()
                        .filter(step -> step.version() > notice.aboutVersion())
                        .noneMatch(step -> step.action() == VisitAction.MOVE || isAnswer(step, notice.partner()));
    }

    /** Whoever has answered knows the date. A yes of nobody in particular is both partners', a no is neither's. */
    private static boolean isAnswer(VisitStep step, Partner partner) {
        return switch (step.action()) {
            case CONFIRM -> step.partner().isEmpty() || step.partner().get() == partner;
            case DECLINE -> step.partner().filter(partner::equals).isPresent();
            default -> false;
        };
    }
}
