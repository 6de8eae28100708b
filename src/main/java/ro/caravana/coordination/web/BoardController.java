package ro.caravana.coordination.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.coordination.link.PartnerLinks;
import ro.caravana.coordination.mail.Notices;
import ro.caravana.coordination.mail.PartnerNotice;

/** Who still has to answer: all visits of the accepted plans at once. */
@RestController
class BoardController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final Appointments appointments;
    private final PartnerLinks links;
    private final VisitPublisher visits;
    private final PartnerPublisher partners;
    private final RoomPublisher rooms;
    private final Notices notices;
    private final Clock clock;

    BoardController(
            Appointments appointments,
            PartnerLinks links,
            VisitPublisher visits,
            PartnerPublisher partners,
            RoomPublisher rooms,
            Notices notices,
            Clock clock) {
        this.appointments = appointments;
        this.links = links;
        this.visits = visits;
        this.partners = partners;
        this.rooms = rooms;
        this.notices = notices;
        this.clock = clock;
    }

    @GetMapping("/api/v1/coordination")
    VisitWire.Board board(Viewer viewer) {
        Map<String, List<PartnerLink>> asked = links.listCurrent();
        Map<String, Partner> decliners = appointments.listDecliners();
        boolean planner = viewer.has(Role.PLANNER);
        Set<String> untold = planner ? rooms.untold() : Set.of();
        Set<String> toTell = planner ? toTell() : Set.of();
        return new VisitWire.Board(
                LocalDate.ofInstant(clock.instant(), ZONE),
                visits.visits(appointments.listAccepted(), viewer).stream()
                        .map(visit -> partners.row(
                                visit,
                                asked.getOrDefault(visit.id(), List.of()),
                                decliners.get(visit.id()),
                                untold.contains(visit.id()),
                                toTell.contains(visit.id())))
                        .toList());
    }

    private Set<String> toTell() {
        return notices.listToTell().stream().map(PartnerNotice::appointment).collect(Collectors.toSet());
    }
}
