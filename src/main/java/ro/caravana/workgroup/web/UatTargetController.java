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
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;
import ro.caravana.workgroup.UatTargets;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.goal.TargetBook;
import ro.caravana.workgroup.month.YearProgress;

/** {@code /api/v1/targets/{year}/uats}: what the Measure Plan promises for each UAT and what was done there; everybody reads, planners write. */
@RestController
@RequestMapping("/api/v1/targets/{year}/uats")
class UatTargetController {
    private static final int HIGHEST = 1_000_000;
    private static final UatTargets.Goal NONE = new UatTargets.Goal(Optional.empty(), Optional.empty());
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    private final TargetBook targets;
    private final TerritoryRegistry territory;
    private final YearProgress progress;

    UatTargetController(TargetBook targets, TerritoryRegistry territory, YearProgress progress) {
        this.targets = targets;
        this.territory = territory;
        this.progress = progress;
    }

    /** Every UAT of the county by name, with or without goals. */
    record YearUats(int year, long version, List<UatGoal> uats) {}

    /**
     * Visits to be held and persons to be served; nulls where there is no goal.
     *
     * @param held visits since January
     * @param reached persons served in them; null for all but planners
     */
    record UatGoal(
            int siruta,
            String uat,
            @Nullable Integer visits,
            @Nullable Integer served,
            int held,
            @Nullable PublishedCount reached) {}

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
    YearUats read(@PathVariable String year, Viewer viewer) {
        return wire(targets.ofUats(MoneyController.year(year)), viewer);
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
        return wire(targets.setUats(MoneyController.year(year), goals, seen, viewer.name()), viewer);
    }

    private static boolean isBad(@Nullable Integer goal) {
        return goal != null && (goal < 0 || goal > HIGHEST);
    }

    private YearUats wire(UatTargets known, Viewer viewer) {
        Map<Integer, YearProgress.InUat> reached = progress.ofUats(known.year(), viewer);
        return new YearUats(
                known.year(),
                known.version(),
                territory.current().listUats().stream()
                        .sorted(Comparator.comparing(Uat::name, Collator.getInstance(ROMANIAN)))
                        .map(uat -> goal(uat, known, reached.get(uat.siruta())))
                        .toList());
    }

    private static UatGoal goal(Uat uat, UatTargets known, YearProgress.@Nullable InUat done) {
        UatTargets.Goal goal = known.goals().getOrDefault(uat.siruta(), NONE);
        return new UatGoal(
                uat.siruta(),
                uat.name(),
                goal.visits().orElse(null),
                goal.persons().orElse(null),
                done == null ? 0 : done.visits(),
                done == null ? null : done.persons());
    }
}
