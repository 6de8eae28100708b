package ro.caravana.planning.search;

import java.util.function.BooleanSupplier;

/** The search for a solution of a {@link RoutingProblem}, by the same means as for a year of station-days. */
public final class RoutingSearch {
    private final int[] customers;
    private final Team team;
    private final RoutingProblem problem;

    /** @param threads how many search at once; with more than one the outcome depends on the machine's timing */
    public RoutingSearch(RoutingProblem problem, long seed, int threads) {
        this(problem, seed, threads, tuning(problem));
    }

    RoutingSearch(RoutingProblem problem, long seed, int threads, Tuning tuning) {
        this.problem = problem;
        customers = RoutingModel.customers(problem);
        team = new Team(RoutingModel.build(problem), seed, tuning, threads);
    }

    private static Tuning tuning(RoutingProblem problem) {
        boolean allRequired = problem.customers().stream().allMatch(RoutingProblem.Customer::required);
        if (!allRequired) {
            return Tuning.ORIENTEERING;
        }
        boolean periodic = problem.customers().stream().anyMatch(customer -> customer.frequency() > 1);
        return periodic ? Tuning.PERIODIC : Tuning.ROUTING;
    }

    public void construct() {
        team.construct();
    }

    /** Searches until {@code pause} answers true; both are asked by the calling thread only. */
    public void run(Search.Progress progress, BooleanSupplier pause) {
        team.run(progress, pause);
    }

    /** The best so far: per day and vehicle, {@code day * vehicles + vehicle}, the numbers of its customers from 0. */
    public int[][] best() {
        int[][] routes = new int[problem.days() * problem.vehicles()][];
        int[][] best = team.best().best();
        for (int r = 0; r < routes.length; r++) {
            routes[r] = new int[best[r].length];
            for (int i = 0; i < routes[r].length; i++) {
                routes[r][i] = customers[best[r][i]];
            }
        }
        return routes;
    }

    public long iterations() {
        return team.iterations();
    }
}
