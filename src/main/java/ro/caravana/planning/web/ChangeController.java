package ro.caravana.planning.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanChange;
import ro.caravana.planning.PlanChangeProblem;
import ro.caravana.planning.VisitOutlook;
import ro.caravana.planning.change.PlanChanges;

/** Questions about one visit of a plan, and changes after the plan was made. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@PreAuthorize("hasRole('PLANNER')")
class ChangeController {
    private static final int MOST_ALTERNATIVES = 100;

    private final PlanChanges changes;
    private final ChangePublisher publisher;

    ChangeController(PlanChanges changes, ChangePublisher publisher) {
        this.changes = changes;
        this.publisher = publisher;
    }

    @GetMapping("/visits/{visit}/alternatives")
    ChangeWire.Alternatives alternatives(
            @PathVariable String plan,
            @PathVariable String visit,
            @RequestParam(defaultValue = "10") int limit,
            Viewer viewer,
            ServerHttpRequest request) {
        if (limit < 1 || limit > MOST_ALTERNATIVES) {
            throw new PlanChangeProblem.BadChange(
                    "plan-alternatives-limit", "limit", "The limit is 1 to " + MOST_ALTERNATIVES + ".");
        }
        VisitOutlook outlook = changes.plannersOutlook(plan, visit, limit);
        return publisher.alternatives(plan, outlook, viewer, Language.of(request.getHeaders()));
    }

    @GetMapping("/visits/{visit}/explanation")
    ChangeWire.Explanation explanation(
            @PathVariable String plan, @PathVariable String visit, Viewer viewer, ServerHttpRequest request) {
        return publisher.explanation(
                plan,
                changes.plannersOutlook(plan, visit, MOST_ALTERNATIVES),
                changes.shapes(plan, visit),
                viewer,
                Language.of(request.getHeaders()));
    }

    @PostMapping("/visits/{visit}/moves")
    ChangeWire.Change move(
            @PathVariable String plan,
            @PathVariable String visit,
            @RequestBody MoveRequest request,
            Viewer viewer,
            ServerHttpRequest http) {
        return publisher.change(
                changes.move(plan, request.of(visit), viewer.name()), viewer, Language.of(http.getHeaders()));
    }

    @PostMapping("/replans")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeWire.Change replan(
            @PathVariable String plan, @RequestBody ReplanRequest request, Viewer viewer, ServerHttpRequest http) {
        return publisher.change(
                changes.propose(plan, request.request(), viewer.name()), viewer, Language.of(http.getHeaders()));
    }

    @GetMapping("/changes")
    ChangeWire.Changes list(@PathVariable String plan, Viewer viewer, ServerHttpRequest http) {
        return publisher.changes(plan, changes.listChanges(plan), viewer, Language.of(http.getHeaders()));
    }

    @GetMapping("/changes/{number}")
    ChangeWire.Change get(@PathVariable String plan, @PathVariable int number, Viewer viewer, ServerHttpRequest http) {
        return publisher.change(changes.getChange(plan, number), viewer, Language.of(http.getHeaders()));
    }

    @PostMapping("/changes/{number}/actions/{action}")
    ChangeWire.Change act(
            @PathVariable String plan,
            @PathVariable int number,
            @PathVariable String action,
            Viewer viewer,
            ServerHttpRequest http) {
        PlanChange done = switch (action.toLowerCase(Locale.ROOT)) {
            case "accept" -> changes.accept(plan, number, viewer.name());
            case "reject" -> changes.reject(plan, number, viewer.name());
            case "undo" -> changes.undo(plan, number, viewer.name());
            default -> throw new PlanChangeProblem.UnknownAction();
        };
        return publisher.change(done, viewer, Language.of(http.getHeaders()));
    }
}
