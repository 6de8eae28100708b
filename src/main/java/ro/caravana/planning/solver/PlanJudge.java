package ro.caravana.planning.solver;

import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;

/** What the constraints say of a plan that did not come out of a search. Thread-safe. */
final class PlanJudge {
    private static final SolutionManager<PlanSolution, BendableLongScore> MANAGER =
            SolutionManager.create(SolverFactory.<PlanSolution>create(new SolverConfig()
                    .withSolutionClass(PlanSolution.class)
                    .withEntityClasses(StationDay.class, Stop.class)
                    .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                            .withConstraintProviderClass(PlanConstraints.class)
                            .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))));

    private PlanJudge() {}

    static ScoreExplanation<PlanSolution, BendableLongScore> explain(PlanSolution solution) {
        return MANAGER.explain(solution);
    }
}
