package ro.caravana.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.optaplanner.core.api.score.ScoreExplanation;
import org.optaplanner.core.api.score.buildin.bendablelong.BendableLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.phase.custom.CustomPhaseConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.SolveOptions;
import ro.caravana.planning.UnservedReason;
import ro.caravana.planning.search.Reasons;
import ro.caravana.planning.search.Search;

/** One solve of one instance: OptaPlanner as the frame and the judge, the search as its phase. */
public final class SolveRun {
    private static final String SOLVER = "caravana/0.1 (OptaPlanner 10.1, ruin and recreate)";

    private final PlanInstance instance;
    private final SolveOptions options;
    private final PlanChecker checker = new PlanChecker();
    private final Consumer<Improvement> listener;
    private final Budget budget;
    private final Search search;
    private final CompletableFuture<String> sha256;

    public SolveRun(PlanInstance instance, SolveOptions options, Consumer<Improvement> listener, BooleanSupplier stop) {
        this.instance = instance;
        this.options = options;
        this.listener = listener;
        this.budget = new Budget(options, stop, DayExchange.helps(instance));
        this.sha256 =
                CompletableFuture.supplyAsync(() -> PlanDocuments.sha256(instance)); // as long as the search's model
        this.search = new Search(instance, options.seed(), options.threads());
    }

    private SolverConfig config() {
        CustomPhaseConfig phase = new CustomPhaseConfig();
        phase.setCustomPhaseCommandList(
                new ArrayList<>(Collections.nCopies(budget.slices(), new SearchPhase(search, budget))));
        ScoreDirectorFactoryConfig scoring = new ScoreDirectorFactoryConfig()
                .withConstraintProviderClass(PlanConstraints.class)
                .withConstraintStreamImplType(ConstraintStreamImplType.BAVET);
        return new SolverConfig()
                .withSolutionClass(PlanSolution.class)
                .withEntityClasses(StationDay.class, Stop.class)
                .withScoreDirectorFactory(scoring)
                .withRandomSeed(options.seed())
                .withPhaseList(DayExchange.helps(instance) ? List.of(phase, polish()) : List.of(phase));
    }

    private CustomPhaseConfig polish() {
        CustomPhaseConfig phase = new CustomPhaseConfig();
        phase.setCustomPhaseCommandList(List.of(new DayExchange(budget, options.seed())));
        return phase;
    }

    /** Works on the calling thread until the budget is spent or the run is stopped. */
    public Plan run() {
        if (instance.visits().isEmpty()) {
            return emptyPlan(); // OptaPlanner refuses to start without values
        }
        options.startFrom().ifPresent(search::adopt);
        search.construct();
        PlanSolution first = SolutionBuilder.build(instance, search.best());
        reportFirst(first);
        SolverFactory<PlanSolution> factory = SolverFactory.create(config());
        SolutionManager<PlanSolution, BendableLongScore> judge = SolutionManager.create(factory);
        Solver<PlanSolution> solver = factory.buildSolver();
        solver.addEventListener(event -> report(event.getNewBestSolution(), judge.explain(event.getNewBestSolution())));
        PlanSolution best = solver.solve(first);
        return plan(best, PlanWriter.parts(judge.explain(best)));
    }

    /**
     * A planner waits for the first plan, and in a cold process OptaPlanner's own start takes longer than making it. So the
     * independent checker judges this one; the constraints judge it a moment later, and everything after it. What the checker objects to,
     * and the empty year, are no news.
     */
    private void reportFirst(PlanSolution first) {
        Plan unjudged = plan(first, List.of());
        if (!unjudged.visits().isEmpty()) {
            CheckReport report = checker.check(instance, unjudged);
            Plan judged = plan(first, PlanWriter.parts(report));
            listener.accept(new Improvement(judged, report.score(), budget.elapsedSeconds(), search.iterations()));
        }
    }

    private Plan emptyPlan() {
        List<Plan.ScorePart> parts = Arrays.stream(PlanRule.values())
                .map(rule -> new Plan.ScorePart(rule.wireName(), rule.level().wireName(), 0, 0))
                .toList();
        return new Plan(Plan.SCHEMA, List.of(), List.of(), parts, options.seed(), SOLVER, 0, 0, sha256.join());
    }

    private void report(PlanSolution solution, ScoreExplanation<PlanSolution, BendableLongScore> explanation) {
        listener.accept(new Improvement(
                plan(solution, PlanWriter.parts(explanation)),
                PlanWriter.score(explanation.getScore()),
                budget.elapsedSeconds(),
                search.iterations()));
    }

    private Plan plan(PlanSolution solution, List<Plan.ScorePart> score) {
        boolean timed = options.stepLimit().isEmpty();
        return new Plan(
                Plan.SCHEMA,
                PlanWriter.visits(solution),
                unserved(solution),
                score,
                options.seed(),
                SOLVER,
                timed ? Math.round(budget.elapsedSeconds() * 1000) / 1000.0 : 0,
                search.iterations(),
                sha256.join());
    }

    private List<Plan.Unserved> unserved(PlanSolution solution) {
        Reasons reasons = search.reasons();
        return solution.overflow().stops().stream()
                .sorted(Comparator.comparingInt(Stop::number))
                .map(stop -> new Plan.Unserved(
                        stop.id(),
                        reasons.of(stop.number()).stream()
                                .map(UnservedReason::code)
                                .toList()))
                .toList();
    }
}
