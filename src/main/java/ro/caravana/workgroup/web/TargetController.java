package ro.caravana.workgroup.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.workgroup.Targets;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.goal.TargetBook;
import ro.caravana.workgroup.month.YearProgress;

/** {@code /api/v1/targets/{year}}: what the Measure Plan promises and how far it is kept; everybody reads, planners write. */
@RestController
@RequestMapping("/api/v1/targets/{year}")
class TargetController {
    private static final int HIGHEST = 1_000_000;

    private final TargetBook targets;
    private final YearProgress progress;

    TargetController(TargetBook targets, YearProgress progress) {
        this.targets = targets;
        this.progress = progress;
    }

    /**
     * By measure, every measure.
     *
     * @param goals null where there is none
     * @param reached since January, until today
     */
    record YearTargets(
            int year, long version, Map<String, @Nullable Integer> goals, Map<String, YearProgress.Reached> reached) {}

    /** As sent. */
    record Wanted(
            @Nullable Map<String, @Nullable Integer> goals,
            @Nullable Long version) {}

    @GetMapping
    YearTargets read(@PathVariable String year, Viewer viewer) {
        return wire(targets.of(MoneyController.year(year)), viewer);
    }

    @PutMapping
    @PreAuthorize("hasRole('PLANNER')")
    YearTargets set(@PathVariable String year, @RequestBody Wanted wanted, Viewer viewer) {
        Map<String, Integer> goals = new LinkedHashMap<>();
        if (wanted.goals() != null) {
            wanted.goals().forEach((measure, goal) -> {
                if (!Targets.MEASURES.contains(measure) || (goal != null && (goal < 0 || goal > HIGHEST))) {
                    throw new WorkgroupProblem.BadTarget();
                }
                if (goal != null) {
                    goals.put(measure, goal);
                }
            });
        }
        long seen = wanted.version() == null ? 0 : wanted.version();
        return wire(targets.set(MoneyController.year(year), goals, seen, viewer.name()), viewer);
    }

    private YearTargets wire(Targets known, Viewer viewer) {
        Map<String, @Nullable Integer> goals = new LinkedHashMap<>();
        Targets.MEASURES.forEach(measure -> goals.put(measure, known.goals().get(measure)));
        return new YearTargets(known.year(), known.version(), goals, progress.of(known.year(), viewer));
    }
}
