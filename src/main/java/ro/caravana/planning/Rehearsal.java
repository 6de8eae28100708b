package ro.caravana.planning;

import ro.caravana.planning.cli.MadeUpCounty;

/** Goes once through everything a plan needs, on a county of twelve places, and forgets it: {@code ./run} keeps the classes that were loaded. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Takes about a second of a cold process. */
    public static void run() {
        byte[] document = PlanDocuments.writeInstance(MadeUpCounty.of(12, 1, 4, 1));
        PlanInstance instance = PlanDocuments.readInstance(document);
        Plan plan = new PlanSolver().solve(instance, SolveOptions.forSteps(300, 1), found -> {}, () -> false);
        PlanDocuments.readPlan(PlanDocuments.writePlan(plan));
        new PlanChecker().check(instance, plan);
    }
}
