package ro.caravana.planning.search;

/**
 * One change of the plan in the making: takes visits out together with all that cannot stay without them, and remembers which
 * absent visits deserve a look at every route, because something they hang on has moved.
 */
final class Trial {
    private final Model model;
    private final Routes routes;
    private final Gaps gaps;
    private final int[] lookEverywhere; // per visit, the trial in which it was marked
    private int number;
    private boolean wholePatterns;
    private boolean spoiled;

    Trial(Routes routes, Gaps gaps) {
        this.routes = routes;
        this.model = routes.model;
        this.gaps = gaps;
        this.lookEverywhere = new int[model.visits];
    }

    /** From now on until the next trial a customer leaves on all its days at once, so that it may choose others. */
    void takeWholePatterns() {
        wholePatterns = true;
    }

    void begin() {
        number++;
        wholePatterns = false;
        spoiled = false;
        routes.begin();
    }

    /** Whether it would have had to change what is not in the share: it must be taken back. */
    boolean isSpoiled() {
        return spoiled;
    }

    boolean looksEverywhere(int visit) {
        return lookEverywhere[visit] == number;
    }

    /** Takes a visit out, then its successors, and members of its series that are left too far apart. */
    void remove(int visit) {
        if (routes.routeOf[visit] == Model.NONE) {
            return;
        }
        if (!routes.share.holds(visit)) {
            spoiled = true;
            return;
        }
        int route = routes.routeOf[visit];
        routes.remove(visit);
        lookEverywhere[visit] = number;
        markRelatives(visit);
        for (int successor : model.successors[visit]) {
            remove(successor);
        }
        removeStranded(model.series[visit]);
        if (wholePatterns && model.pattern[visit] != Model.NONE) {
            for (int mate : model.patternMembers[model.pattern[visit]]) {
                remove(mate);
            }
        }
        mend(route);
    }

    private void removeStranded(int series) {
        for (int stranded = gaps.stranded(series);
                stranded != Model.NONE && !spoiled;
                stranded = gaps.stranded(series)) {
            remove(stranded);
        }
    }

    /** Where the direct drive is longer than the detour, taking one out can break the day; then more must go. */
    private void mend(int route) {
        while (routes.length[route] > 0 && !routes.feasible(route) && !spoiled) {
            remove(routes.visits[route][routes.length[route] - 1]);
        }
    }

    /** Exchanges two routes' visits; who cannot live with the other day goes out. */
    void exchange(int one, int other) {
        routes.exchange(one, other);
        settle(one);
        settle(other);
    }

    /** Exchanges what two routes hold from a position on; who cannot live there goes out. */
    void exchangeTails(int one, int from, int other, int into) {
        routes.exchangeTails(one, from, other, into);
        settle(one);
        settle(other);
    }

    private void settle(int route) {
        for (int i = routes.length[route] - 1; i >= 0 && !spoiled; i--) {
            int visit = routes.visits[route][i];
            markRelatives(visit);
            if (!model.allows(visit, route)) {
                remove(visit);
                i = Math.min(i, routes.length[route]);
            }
        }
        mend(route);
        for (int i = routes.length[route] - 1; i >= 0 && !spoiled; i--) {
            int visit = routes.visits[route][i];
            if (!gaps.keptBy(visit)) {
                remove(visit);
            } else {
                removeStranded(model.series[visit]); // where this one was there may be a hole now
            }
            i = Math.min(i, routes.length[route]);
        }
    }

    /** Absent visits for which a move of this one may have opened days. */
    void markRelatives(int visit) {
        int series = model.series[visit];
        if (series != Model.NONE) {
            for (int mate : model.seriesMembers[series]) {
                lookEverywhere[mate] = number;
            }
        }
        for (int successor : model.successors[visit]) {
            lookEverywhere[successor] = number;
        }
        if (model.pattern[visit] != Model.NONE) {
            for (int mate : model.patternMembers[model.pattern[visit]]) {
                lookEverywhere[mate] = number;
            }
        }
    }
}
