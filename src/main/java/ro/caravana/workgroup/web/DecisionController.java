package ro.caravana.workgroup.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.workgroup.Decision;
import ro.caravana.workgroup.DecisionAction;
import ro.caravana.workgroup.Decisions;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.decision.DecisionBook;

/** {@code /api/v1/decisions}: the working group reads, planners write; tasks that came of a complaint are for planners only. */
@RestController
@RequestMapping("/api/v1/decisions")
class DecisionController {
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final DecisionBook decisions;

    DecisionController(DecisionBook decisions) {
        this.decisions = decisions;
    }

    record DecisionList(List<Decision> decisions) {}

    /** As sent. */
    record Wanted(
            @Nullable String subject,
            @Nullable String owner,
            @Nullable String due) {}

    /** A step as sent; a new day with {@code carry}. */
    record Step(
            @Nullable String note,
            @Nullable String due,
            @Nullable Long version) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('PLANNER','VIEWER','ADMIN')")
    DecisionList list(Viewer viewer) {
        boolean planner = viewer.has(Role.PLANNER);
        return new DecisionList(decisions.listAll().stream()
                .filter(decision -> planner || !decision.plannersOnly())
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasRole('PLANNER')")
    DecisionList add(
            @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        decisions.add(
                new Decisions.NewDecision(
                        orEmpty(wanted.subject()),
                        orEmpty(wanted.owner()),
                        day(orEmpty(wanted.due())),
                        Decision.Origin.MEETING),
                false,
                viewer.name(),
                key);
        return list(viewer);
    }

    /** {@code done}, {@code carry}, {@code drop} (with a note) or {@code reopen}. */
    @PostMapping("/{id}/actions/{action}")
    @PreAuthorize("hasRole('PLANNER')")
    DecisionList act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Step body,
            Viewer viewer) {
        Step step = body == null ? new Step(null, null, null) : body;
        decisions.act(
                id,
                new DecisionBook.Order(
                        DecisionAction.findByWire(action).orElseThrow(WorkgroupProblem.UnknownDecision::new),
                        orEmpty(step.note()),
                        Optional.ofNullable(step.due())
                                .filter(text -> !text.isEmpty())
                                .map(DecisionController::day),
                        step.version() == null ? OptionalLong.empty() : OptionalLong.of(step.version())),
                viewer.name());
        return list(viewer);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw new WorkgroupProblem.BadDecision("due", "The day lies between 2000 and 2999.");
            }
            return day;
        } catch (DateTimeException noDay) {
            throw new WorkgroupProblem.BadDecision("due", "The day is written like 2027-03-18.");
        }
    }
}
