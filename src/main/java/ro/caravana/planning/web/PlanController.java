package ro.caravana.planning.web;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanAction;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.jobs.PlanDesk;
import ro.caravana.planning.jobs.PlanLibrary;

/** Ordering, steering and reading plans. Reading takes a sign-in; everything else a planner. */
@RestController
@RequestMapping("/api/v1/plans")
class PlanController {
    private static final int LONGEST_KEY = 200;

    private final PlanDesk desk;
    private final PlanLibrary library;
    private final PlanPublisher publisher;

    PlanController(PlanDesk desk, PlanLibrary library, PlanPublisher publisher) {
        this.desk = desk;
        this.library = library;
        this.publisher = publisher;
    }

    @PostMapping
    @PreAuthorize("hasRole('PLANNER')")
    ResponseEntity<PlanWire.Head> order(
            @RequestBody OrderRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        PlanHead head = desk.order(request.order(), viewer.name(), key(key));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + head.id()))
                .body(publisher.head(head, viewer));
    }

    private static Optional<String> key(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new PlanJobProblem.BadOrder(
                    "idempotency-key-unusable",
                    "Idempotency-Key",
                    "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        return Optional.ofNullable(key);
    }

    @GetMapping
    PlanWire.PlanList list(Viewer viewer) {
        return new PlanWire.PlanList(library.listPlans().stream()
                .map(head -> publisher.head(head, viewer))
                .toList());
    }

    @GetMapping("/{id}")
    ResponseEntity<PlanWire.Whole> get(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        Language language = Language.of(request.getHeaders());
        PlanHead head = library.getHead(id);
        Map<String, String> states = publisher.states(id);
        String shown = publisher.personsFor(viewer).version() + "-" + publisher.availabilityVersion();
        Freshness freshness = Freshness.of(head, states, shown, language);
        return freshness.isKnownTo(request)
                ? freshness.notModified()
                : freshness.answer(publisher.whole(library.getPlan(id), states, viewer, language));
    }

    @GetMapping("/{id}/explanation")
    PlanWire.Explanation explanation(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        PlanView plan = library.getSolvedPlan(id);
        return publisher.explanation(plan, viewer, Language.of(request.getHeaders()));
    }

    @PostMapping("/{id}/actions/{action}")
    @PreAuthorize("hasRole('PLANNER')")
    PlanWire.Head act(@PathVariable String id, @PathVariable String action, Viewer viewer) {
        return publisher.head(desk.act(id, parse(action)), viewer);
    }

    private static PlanAction parse(String action) {
        try {
            return PlanAction.valueOf(action.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new PlanJobProblem.UnknownAction();
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('PLANNER')")
    void delete(@PathVariable String id) {
        desk.delete(id);
    }
}
