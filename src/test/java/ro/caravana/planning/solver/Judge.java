package ro.caravana.planning.solver;

import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanScore;

/** What the constraints say of any arrangement, possible or not. */
public final class Judge {
    private static final SolutionManager<PlanSolution, BendableLongScore> MANAGER =
            SolutionManager.create(SolverFactory.<PlanSolution>create(new SolverConfig()
                    .withSolutionClass(PlanSolution.class)
                    .withEntityClasses(StationDay.class, Stop.class)
                    .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                            .withConstraintProviderClass(PlanConstraints.class)
                            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))));

    private Judge() {}

    /** One rule's part in the score of an arrangement. */
    static double part(PlanSolution solution, PlanRule rule) {
        return PlanWriter.parts(MANAGER.explain(solution)).stream()
                .filter(part -> part.rule().equals(rule.wireName()))
                .findFirst()
                .orElseThrow()
                .amount();
    }

    /** @param routes per station-day, in the order of date then station, the numbers of its visits */
    public static PlanScore score(PlanInstance instance, int[][] routes) {
        Arranged plan = new Arranged(instance);
        for (int route = 0; route < routes.length; route++) {
            for (int visit : routes[route]) {
                plan.hold(visit, route);
            }
        }
        return PlanWriter.score(MANAGER.explain(plan.solution).getScore());
    }
}
