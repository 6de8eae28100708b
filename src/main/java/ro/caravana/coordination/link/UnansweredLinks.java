package ro.caravana.coordination.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.OpenQuestions;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;

/** The newest links that nobody has answered, of visits that wait for it; one that has expired is no answer either. */
@Component
class UnansweredLinks implements OpenQuestions {
    private static final Map<Partner, Set<VisitState>> WAITING = Map.of(
            Partner.MAYOR, Set.of(VisitState.ASKED, VisitState.CONFIRMED_BY_POLICE),
            Partner.POLICE, Set.of(VisitState.ASKED, VisitState.CONFIRMED_BY_MAYOR));

    private final PartnerLinkStore links;
    private final Appointments appointments;

    UnansweredLinks(PartnerLinkStore links, Appointments appointments) {
        this.links = links;
        this.appointments = appointments;
    }

    @Override
    public List<OpenQuestion> listAskedBefore(Instant instant) {
        Map<String, List<PartnerLink>> newest = links.listNewest();
        return appointments.listAccepted().stream()
                .flatMap(visit -> newest.getOrDefault(visit.id(), List.of()).stream()
                        .filter(link ->
                                WAITING.getOrDefault(link.partner(), Set.of()).contains(visit.state()))
                        .filter(link ->
                                link.closed().isEmpty() && !link.createdAt().isAfter(instant))
                        .map(link -> new OpenQuestion(visit, link.partner(), link.createdAt())))
                .sorted(Comparator.comparing(OpenQuestion::askedAt)
                        .thenComparing(question -> question.visit().id())
                        .thenComparing(OpenQuestion::partner))
                .toList();
    }
}
