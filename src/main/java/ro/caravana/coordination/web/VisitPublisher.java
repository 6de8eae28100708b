package ro.caravana.coordination.web;

import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitStep;
import ro.caravana.coordination.mail.Notices;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.disclosure.VisitPersons;

/** Takes raw appointments through the gate. */
@Component
class VisitPublisher {
    private final VisitPersons persons;
    private final Appointments appointments;
    private final PartnerPublisher partners;
    private final RoomPublisher rooms;
    private final Notices notices;
    private final DayClashes clashes;

    VisitPublisher(
            VisitPersons persons,
            Appointments appointments,
            PartnerPublisher partners,
            RoomPublisher rooms,
            Notices notices,
            DayClashes clashes) {
        this.notices = notices;
        this.clashes = clashes;
        this.rooms = rooms;
        this.persons = persons;
        this.appointments = appointments;
        this.partners = partners;
    }

    List<VisitWire.Visit> visits(List<Appointment> visits, Viewer viewer) {
        ShownPersons shown = persons.seenBy(viewer);
        return visits.stream().map(visit -> visit(visit, viewer, shown)).toList();
    }

    private VisitWire.Visit visit(Appointment visit, Viewer viewer, ShownPersons shown) {
        return new VisitWire.Visit(
                visit.id(),
                visit.visit(),
                visit.date(),
                visit.station(),
                visit.kind(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.siteId(),
                visit.siteName(),
                shown.at(visit.siruta(), visit.persons()),
                visit.start(),
                visit.end(),
                visit.state().wire(),
                visit.version(),
                appointments.allowed(visit, viewer).stream()
                        .map(VisitAction::wire)
                        .toList());
    }

    static VisitWire.Held held(Appointment proposal) {
        return new VisitWire.Held(proposal.visit(), proposal.siruta(), proposal.locality(), proposal.date());
    }

    VisitWire.Whole whole(Appointment visit, Viewer viewer, ServerHttpRequest request) {
        boolean planner = viewer.has(Role.PLANNER);
        boolean works = planner || viewer.has(Role.FIELD);
        return new VisitWire.Whole(
                visit(visit, viewer, persons.seenBy(viewer)),
                appointments.listHistory(visit.id()).stream()
                        .map(step -> step(step, planner))
                        .toList(),
                planner ? partners.links(visit.id(), request) : null,
                works ? partners.asked(visit.id()) : null,
                works ? rooms.room(visit, planner) : null,
                works ? clashes.of(visit) : null,
                planner ? told(visit) : null);
    }

    private List<VisitWire.ToldPartner> told(Appointment visit) {
        return notices.listTold(visit.id()).stream()
                .map(told -> new VisitWire.ToldPartner(
                        told.notice().id(),
                        told.notice().partner().wire(),
                        told.notice().kind().wire(),
                        told.at(),
                        told.by(),
                        notices.isStillSo(visit, told)))
                .toList();
    }

    private static VisitWire.Step step(VisitStep step, boolean planner) {
        return new VisitWire.Step(
                step.version(),
                step.action().wire(),
                step.partner().map(Partner::wire).orElse(null),
                step.from().wire(),
                step.to().wire(),
                step.fromDate(),
                step.toDate(),
                step.takenAt(),
                planner ? step.takenBy() : null,
                planner ? step.reason().orElse(null) : null);
    }
}
