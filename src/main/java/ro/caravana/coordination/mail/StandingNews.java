package ro.caravana.coordination.mail;

import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.link.RoomTelling;

/** Whether what was to be told of a visit is still so, whichever way it goes. Thread-safe. */
@Component
class StandingNews {
    private final RoomTelling telling;

    StandingNews(RoomTelling telling) {
        this.telling = telling;
    }

    /** @param about the version it speaks of, of the appointment or of the room */
    boolean holds(Appointment visit, MailKind kind, long about) {
        return switch (kind) {
            case MOVED -> visit.version() == about;
            case CANCELLED -> visit.state() == VisitState.CANCELLED;
            case ANNOUNCED -> visit.state() == VisitState.ANNOUNCED;
            case ROOM -> telling.holds(visit, about);
            case QUESTION, REMINDER, ESCALATED -> true;
        };
    }
}
