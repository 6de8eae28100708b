package ro.caravana.planning.search;

/** How good a plan is. Visits agreed for a date count before value, value before cost. */
record Standing(int pinnedLeftOut, long worth, long cost, int absent, long concentration) {
    static Standing of(Routes routes) {
        return new Standing(routes.pinnedLeftOut, routes.worth, routes.cost, routes.absentCount, routes.concentration);
    }

    boolean isBetterThan(Standing other) {
        return pinnedLeftOut != other.pinnedLeftOut
                ? pinnedLeftOut < other.pinnedLeftOut
                : worth != other.worth ? worth > other.worth : cost < other.cost;
    }
}
