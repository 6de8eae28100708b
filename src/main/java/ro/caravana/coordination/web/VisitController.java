package ro.caravana.coordination.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.link.PartnerLinks;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;

/** Visits and what is done with them. Reading takes a sign-in; which action takes which role is in the table of transitions. */
@RestController
class VisitController {
    private final Plans plans;
    private final Appointments appointments;
    private final PartnerLinks links;
    private final VisitPublisher publisher;

    VisitController(Plans plans, Appointments appointments, PartnerLinks links, VisitPublisher publisher) {
        this.plans = plans;
        this.appointments = appointments;
        this.links = links;
        this.publisher = publisher;
    }

    /**
     * @param plan id; the newest finished plan where left out
     * @param state only visits in this state
     */
    @GetMapping("/api/v1/visits")
    VisitWire.VisitList list(
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String state,
            Viewer viewer) {
        Optional<VisitState> wanted = Optional.ofNullable(state)
                .map(wire -> VisitState.findByWire(wire).orElseThrow(CoordinationProblem.UnknownState::new));
        PlanView view = Optional.ofNullable(plan)
                .map(plans::getSolvedPlan)
                .or(plans::findCurrentPlan)
                .orElseThrow(PlanJobProblem.NoCurrentPlan::new);
        List<Appointment> visits = appointments.listVisits(view).stream()
                .filter(visit -> wanted.isEmpty() || wanted.get() == visit.state())
                .toList();
        return answer(view, visits, viewer);
    }

    /** Makes appointments of a plan's visits; again changes nothing. */
    @PostMapping("/api/v1/plans/{plan}/acceptance")
    @PreAuthorize("hasRole('PLANNER')")
    VisitWire.VisitList accept(@PathVariable String plan, Viewer viewer) {
        List<Appointment> visits = appointments.accept(plan);
        return answer(plans.getSolvedPlan(plan), visits, viewer);
    }

    private VisitWire.VisitList answer(PlanView plan, List<Appointment> visits, Viewer viewer) {
        return new VisitWire.VisitList(
                plan.head().id(),
                publisher.visits(visits, viewer),
                appointments.listHeldElsewhere(plan).stream()
                        .map(VisitPublisher::held)
                        .toList());
    }

    @GetMapping("/api/v1/visits/{id}")
    VisitWire.Whole get(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        return publisher.whole(appointments.getVisit(id), viewer, request);
    }

    /** A new link for a partner in place of the last, which stops working. */
    @PostMapping("/api/v1/visits/{id}/links/{partner}")
    @PreAuthorize("hasRole('PLANNER')")
    VisitWire.Whole renewLink(
            @PathVariable String id, @PathVariable String partner, Viewer viewer, ServerHttpRequest request) {
        Partner known = Partner.findByWire(partner)
                .orElseThrow(() -> new CoordinationProblem.BadStep("partner", "A partner is mayor or police."));
        links.renew(id, known);
        return publisher.whole(appointments.getVisit(id), viewer, request);
    }

    @PostMapping("/api/v1/visits/{id}/actions/{action}")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    VisitWire.Whole act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable ActionRequest body,
            Viewer viewer,
            ServerHttpRequest http) {
        VisitAction known = VisitAction.findByWire(action).orElseThrow(CoordinationProblem.UnknownAction::new);
        ActionRequest request = body == null ? ActionRequest.NOTHING : body;
        Appointment after = appointments.act(id, request.step(known), viewer);
        return publisher.whole(after, viewer, http);
    }
}
