package ro.caravana.workgroup.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;
import ro.caravana.workgroup.UatTargets;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.goal.TargetBook;

/** {@code /api/v1/targets/{year}/uats}: what the Measure Plan promises for each UAT; everybody reads, planners write. */
@RestController
@RequestMapping("/api/v1/targets/{year}/uats")
class UatTargetController {
    private static final int HIGHEST = 1_000_000;
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    private final TargetBook targets;
    private final TerritoryRegistry territory;

    UatTargetController(TargetBook targets, TerritoryRegistry territory) {
        this.targets = targets;
        this.territory = territory;
    }

    /** Every UAT of the county by name, with or without goals. */
    record YearUats(int year, long version, List<UatGoal> uats) {}

    /** Visits to be held and persons to be served; nulls where there is no goal. */
    record UatGoal(
            int siruta,
            String uat,
            @Nullable Integer visits,
            @Nullable Integer served) {}

    /** As sent; a UAT that is left out has no goal. */
    record Wanted(
            @Nullable List<@Nullable WantedUat> uats,
            @Nullable Long version) {}

    /** One UAT as sent. */
    record WantedUat(
            @Nullable Integer siruta,
            @Nullable Integer visits,
            @Nullable Integer served) {}

    @GetMapping
    YearUats read(@PathVariable String year) {
        return wire(targets.ofUats(MoneyController.year(year)));
    }

    @PutMapping
    @PreAuthorize("hasRole('PLANNER')")
    YearUats set(@PathVariable String year, @RequestBody Wanted wanted, Viewer viewer) {
        Map<Integer, UatTargets.Goal> goals = new HashMap<>();
        for (@Nullable WantedUat uat : wanted.uats() == null ? List.<@Nullable WantedUat>of() : wanted.uats()) {
            if (uat == null
                    || uat.siruta() == null
                    || territory.current().findUat(uat.siruta()).isEmpty()
                    || isBad(uat.visits())
                    || isBad(uat.served())
                    || goals.containsKey(uat.siruta())) {
                throw new WorkgroupProblem.BadUatTarget();
            }
            goals.put(
                    uat.siruta(),
                    new UatTargets.Goal(Optional.ofNullable(uat.visits()), Optional.ofNullable(uat.served())));
        }
        long seen = wanted.version() == null ? 0 : wanted.version();
        return wire(targets.setUats(MoneyController.year(year), goals, seen, viewer.name()));
    }

    private static boolean isBad(@Nullable Integer goal) {
        return goal != null && (goal < 0 || goal > HIGHEST);
    }

    private YearUats wire(UatTargets known) {
        UatTargets.Goal none = new UatTargets.Goal(Optional.empty(), Optional.empty());
        return new YearUats(
                known.year(),
                known.version(),
                territory.current().listUats().stream()
                        .sorted(Comparator.comparing(Uat::name, Collator.getInstance(ROMANIAN)))
                        .map(uat -> {
                            UatTargets.Goal goal = known.goals().getOrDefault(uat.siruta(), none);
                            return new UatGoal(
                                    uat.siruta(),
                                    uat.name(),
                                    goal.visits().orElse(null),
                                    goal.persons().orElse(null));
                        })
                        .toList());
    }
}
