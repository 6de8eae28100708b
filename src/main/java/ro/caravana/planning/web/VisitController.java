package ro.caravana.planning.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;

/** The visits of a plan as one list. */
@RestController
class VisitController {
    private final Plans plans;
    private final PlanPublisher publisher;

    VisitController(Plans plans, PlanPublisher publisher) {
        this.plans = plans;
        this.publisher = publisher;
    }

    /**
     * @param plan id; the newest finished plan where left out
     * @param state only visits in this state; all planned visits are {@code proposed}
     */
    @GetMapping("/api/v1/visits")
    PlanWire.VisitList list(
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String state,
            Viewer viewer) {
        PlanView view = Optional.ofNullable(plan)
                .map(plans::getSolvedPlan)
                .or(plans::findCurrentPlan)
                .orElseThrow(PlanJobProblem.NoCurrentPlan::new);
        List<PlanWire.DatedVisit> visits = view.days().stream()
                .flatMap(day -> day.visits().stream()
                        .map(visit ->
                                new PlanWire.DatedVisit(day.date(), day.station(), publisher.visit(visit, viewer))))
                .filter(visit -> state == null || state.equals(visit.visit().state()))
                .toList();
        return new PlanWire.VisitList(view.head().id(), visits);
    }
}
