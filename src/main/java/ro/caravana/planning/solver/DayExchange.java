package ro.caravana.planning.solver;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.phase.custom.CustomPhaseCommand;
import org.optaplanner.core.impl.score.director.InnerScoreDirector;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/**
 * Polishes what the search has found: two days of a station change places where the constraints like that better. A day costs the
 * same on another date, so this serves the rules about dates that the search's arrays do not hold: even months, distance between
 * captures at one site; and preferred dates, for whole days at once.
 */
final class DayExchange implements CustomPhaseCommand<PlanSolution> {
    private static final int MOST_TRIALS = 20_000;

    private final Budget budget;
    private final Random random;
    private int trials;

    DayExchange(Budget budget, long seed) {
        this.budget = budget;
        this.random = new Random(seed);
    }

    /** Whether an instance has a rule that whole days could serve better. */
    static boolean helps(PlanInstance instance) {
        PlanInstance.Weights weights = instance.weights();
        boolean prefers = weights.of(PlanRule.PREFERRED_DATE) > 0
                && instance.visits().stream()
                        .anyMatch(visit -> !visit.preferredDates().isEmpty());
        return prefers || weights.of(PlanRule.SPACING) > 0 || weights.of(PlanRule.EVEN_LOAD) > 0;
    }

    @Override
    public void changeWorkingSolution(ScoreDirector<PlanSolution> director) {
        Map<String, List<StationDay>> ofStation = director.getWorkingSolution().days().stream()
                .filter(day -> !day.isOverflow())
                .collect(Collectors.groupingBy(day -> day.station().id(), LinkedHashMap::new, Collectors.toList()));
        Judge judge = new Judge((InnerScoreDirector<PlanSolution, BendableLongScore>) director);
        boolean better = true;
        while (better && !isOver()) {
            better = false;
            for (List<StationDay> days : ofStation.values()) {
                better |= improve(judge, fullMonthsFirst(days));
            }
        }
    }

    /** In the full months is what the empty ones lack; days of one month in no order. */
    private List<StationDay> fullMonthsFirst(List<StationDay> days) {
        Map<YearMonth, Double> persons = days.stream()
                .collect(Collectors.groupingBy(
                        day -> YearMonth.from(day.date()), Collectors.averagingInt(StationDay::persons)));
        List<StationDay> inOrder = new ArrayList<>(days);
        Collections.shuffle(inOrder, random);
        inOrder.sort(
                Comparator.comparingDouble((StationDay day) -> -persons.getOrDefault(YearMonth.from(day.date()), 0.0)));
        return inOrder;
    }

    private boolean improve(Judge judge, List<StationDay> days) {
        boolean better = false;
        for (int full = 0; full < days.size(); full++) {
            for (int empty = days.size() - 1; empty > full; empty--) {
                if (isOver()) {
                    return false;
                }
                if (mayChange(days.get(full), days.get(empty))) {
                    trials++;
                    better |= judge.keepsExchange(days.get(full), days.get(empty));
                }
            }
        }
        return better;
    }

    private boolean isOver() {
        return trials >= MOST_TRIALS || budget.isOver();
    }

    /** Before the constraints are asked: most days cannot be held on another date. */
    private static boolean mayChange(StationDay one, StationDay other) {
        return (one.isUsed() || other.isUsed()) && fits(one, other) && fits(other, one);
    }

    private static boolean fits(StationDay held, StationDay there) {
        return held.stops().stream()
                .allMatch(stop -> stop.visit().pinned() == null
                        && !PlanConstraints.outside(there.date(), stop.visit())
                        && !stop.hours().closedOn(there.date())
                        && !stop.startsOn(there.date()).isEmpty());
    }

    /** What the constraints say of the working solution, and the best they have said. */
    private static final class Judge {
        private final InnerScoreDirector<PlanSolution, BendableLongScore> director;
        private BendableLongScore best;

        Judge(InnerScoreDirector<PlanSolution, BendableLongScore> director) {
            this.director = director;
            this.best = director.calculateScore();
        }

        boolean keepsExchange(StationDay one, StationDay other) {
            exchange(one, other);
            BendableLongScore score = director.calculateScore();
            if (score.compareTo(best) > 0) {
                best = score;
                return true;
            }
            exchange(one, other);
            return false;
        }

        private void exchange(StationDay one, StationDay other) {
            Map<StationDay, List<Stop>> contents = new LinkedHashMap<>();
            contents.put(one, List.copyOf(other.stops()));
            contents.put(other, List.copyOf(one.stops()));
            DayLists.write(director, contents);
        }
    }
}
