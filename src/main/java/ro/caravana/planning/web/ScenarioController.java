package ro.caravana.planning.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.planning.PlanComparison;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.scenario.Scenarios;

/** What if: a plan copied under other conditions, and two plans side by side. */
@RestController
@RequestMapping("/api/v1/plans/{plan}")
@PreAuthorize("hasRole('PLANNER')")
class ScenarioController {
    private final Scenarios scenarios;
    private final PlanPublisher publisher;

    ScenarioController(Scenarios scenarios, PlanPublisher publisher) {
        this.scenarios = scenarios;
        this.publisher = publisher;
    }

    @PostMapping("/scenarios")
    ResponseEntity<PlanWire.Head> order(
            @PathVariable String plan, @RequestBody ScenarioRequest request, Viewer viewer) {
        PlanHead head = scenarios.order(plan, request.order(), viewer.name());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/plans/" + head.id()))
                .body(publisher.head(head, viewer));
    }

    @GetMapping("/comparison")
    ComparisonWire compare(@PathVariable String plan, @RequestParam("with") String other, Viewer viewer) {
        PlanComparison compared = scenarios.compare(plan, other);
        return new ComparisonWire(
                publisher.head(compared.first(), viewer),
                publisher.head(compared.second(), viewer),
                List.of(
                        ComparisonWire.Condition.of(
                                "stations", compared.conditions().stations()),
                        ComparisonWire.Condition.of(
                                "workingDays", compared.conditions().workingDays()),
                        ComparisonWire.Condition.of(
                                "capacity", compared.conditions().capacity()),
                        ComparisonWire.Condition.of(
                                "waitMonths", compared.conditions().waitMonths()),
                        ComparisonWire.Condition.of(
                                "preferring", compared.conditions().preferring())),
                compared.persons().entrySet().stream()
                        .map(entry -> new ComparisonWire.Row(
                                entry.getKey(),
                                Math.round(entry.getValue().first()),
                                Math.round(entry.getValue().second())))
                        .toList(),
                compared.uats().stream().map(ScenarioController::row).toList(),
                compared.same(),
                compared.shifted(),
                compared.onlyFirst(),
                compared.onlySecond());
    }

    private static ComparisonWire.UatRow row(PlanComparison.UatPair uat) {
        return new ComparisonWire.UatRow(
                uat.siruta(),
                uat.name(),
                Math.round(uat.persons().first()),
                Math.round(uat.persons().second()),
                (int) uat.visits().first(),
                (int) uat.visits().second());
    }
}
