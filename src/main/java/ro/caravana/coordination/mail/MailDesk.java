package ro.caravana.coordination.mail;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStepTaken;
import ro.caravana.coordination.link.RoomTold;

/**
 * Fills the outbox: what a step has to tell partners is written in the step's own transaction, so that neither is without the other.
 * Whom no mail reaches is put on the list of those to be told otherwise.
 */
@Component
class MailDesk {
    private final MailStore store;
    private final NoticeStore notices;
    private final AddressStore addresses;
    private final MailSettings settings;
    private final Appointments appointments;
    private final Clock clock;

    MailDesk(
            MailStore store,
            NoticeStore notices,
            AddressStore addresses,
            MailSettings settings,
            Appointments appointments,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.addresses = addresses;
        this.settings = settings;
        this.appointments = appointments;
        this.clock = clock;
    }

    @EventListener
    void on(VisitStepTaken taken) {
        kind(taken).ifPresent(kind -> put(taken.visit(), kind, taken.visit().version()));
    }

    @EventListener
    void on(RoomTold told) {
        put(told.visit(), MailKind.ROOM, told.roomVersion());
    }

    private void put(Appointment visit, MailKind kind, long about) {
        for (Partner partner : Partner.values()) {
            Optional<String> address = settings.isOn() ? addresses.find(visit.uatSiruta(), partner) : Optional.empty();
            notices.overtake(visit.id(), partner, kind, about);
            if (address.isPresent()) {
                store.put(visit.id(), partner, kind, about, address.get(), clock.instant());
            } else if (isToldOtherwise(visit, partner, kind)) {
                notices.put(visit.id(), partner, kind, about, clock.instant());
            }
        }
    }

    /**
     * A question has its own letter, and nobody counts as told who has not answered. Of a new room hears with the announcement whoever
     * has yet to hear that; with this date's, not one that was made before a move.
     */
    private boolean isToldOtherwise(Appointment visit, Partner partner, MailKind kind) {
        return switch (kind) {
            case MOVED, CANCELLED, ANNOUNCED -> true;
            case ROOM -> visit.state() != VisitState.ANNOUNCED || !notices.willHearOfRoom(visit.id(), partner);
            case QUESTION, REMINDER, ESCALATED -> false;
        };
    }

    private Optional<MailKind> kind(VisitStepTaken taken) {
        VisitAction action = taken.step().action();
        if (action == VisitAction.ASK) {
            return Optional.of(MailKind.QUESTION);
        }
        if (action == VisitAction.ANNOUNCE) {
            return Optional.of(MailKind.ANNOUNCED);
        }
        if (action == VisitAction.MOVE && heardOfIt(taken)) {
            return Optional.of(MailKind.MOVED);
        }
        return action == VisitAction.CANCEL && heardOfIt(taken) ? Optional.of(MailKind.CANCELLED) : Optional.empty();
    }

    /** Who was never asked need not hear that it will not be; who was asked before it moved has to hear where it goes next. */
    private boolean heardOfIt(VisitStepTaken taken) {
        return switch (taken.step().from()) {
            case PROPOSED -> false;
            case MOVED ->
                appointments.listHistory(taken.visit().id()).stream()
                        .anyMatch(step -> step.action() == VisitAction.ASK);
            default -> true;
        };
    }
}
