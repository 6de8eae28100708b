package ro.caravana.planning.search;

/** Days between visits that hang together: series and successions. Asks the routes where everything stands. */
final class Gaps {
    private final Model model;
    private final Routes routes;

    Gaps(Routes routes) {
        this.routes = routes;
        this.model = routes.model;
    }

    /** First day the succession allows, given where the predecessor stands; more than any day where that is absent. */
    int firstDay(int visit) {
        int before = model.predecessor[visit];
        if (before == Model.NONE) {
            return 0;
        }
        return routes.routeOf[before] == Model.NONE
                ? Integer.MAX_VALUE
                : routes.dayOf(before) + model.afterMinDays[visit];
    }

    int lastDay(int visit) {
        int before = model.predecessor[visit];
        if (before == Model.NONE || model.afterMaxDays[visit] == Integer.MAX_VALUE) {
            return Integer.MAX_VALUE;
        }
        return routes.routeOf[before] == Model.NONE ? -1 : routes.dayOf(before) + model.afterMaxDays[visit];
    }

    /** Whether the visit, on this day, keeps its series' gaps, or its pattern, with those that are served. */
    boolean seriesAllows(int visit, int day) {
        if (model.pattern[visit] != Model.NONE) {
            return patternAllows(model.pattern[visit], visit, day);
        }
        int series = model.series[visit];
        if (series == Model.NONE) {
            return true;
        }
        int minGap = model.seriesMinGap[series];
        int nearestBefore = Integer.MAX_VALUE;
        int nearestAfter = Integer.MAX_VALUE;
        for (int mate : model.seriesMembers[series]) {
            if (mate == visit || routes.routeOf[mate] == Model.NONE) {
                continue;
            }
            int apart = routes.dayOf(mate) - day;
            if (Math.abs(apart) < minGap) {
                return false;
            }
            if (apart <= 0) {
                nearestBefore = Math.min(nearestBefore, -apart);
            }
            if (apart >= 0) {
                nearestAfter = Math.min(nearestAfter, apart);
            }
        }
        return nearEnough(nearestBefore, series) && nearEnough(nearestAfter, series);
    }

    private boolean patternAllows(int pattern, int visit, int day) {
        int bit = 1 << day;
        int days = 0;
        for (int mate : model.patternMembers[pattern]) {
            if (mate != visit && routes.routeOf[mate] != Model.NONE) {
                days |= 1 << routes.dayOf(mate);
            }
        }
        if ((days & bit) != 0) {
            return false;
        }
        for (int choice : model.patternChoices[pattern]) {
            if ((choice & (days | bit)) == (days | bit)) {
                return true;
            }
        }
        return false;
    }

    private boolean nearEnough(int apart, int series) {
        return apart == Integer.MAX_VALUE || apart <= model.seriesMaxGap[series];
    }

    /** Whether a served visit keeps every gap, to its predecessor, its served successors and its series. */
    boolean keptBy(int visit) {
        int day = routes.dayOf(visit);
        if (!followsWell(visit) || !seriesAllows(visit, day)) {
            return false;
        }
        for (int successor : model.successors[visit]) {
            if (routes.routeOf[successor] != Model.NONE && !followsWell(successor)) {
                return false;
            }
        }
        return true;
    }

    private boolean followsWell(int visit) {
        int before = model.predecessor[visit];
        if (before == Model.NONE) {
            return true;
        }
        if (routes.routeOf[before] == Model.NONE) {
            return false;
        }
        int apart = routes.dayOf(visit) - routes.dayOf(before);
        if (apart == 0
                && (routes.routeOf[visit] != routes.routeOf[before]
                        || routes.position(visit) < routes.position(before))) {
            return false;
        }
        return apart >= model.afterMinDays[visit] && apart <= model.afterMaxDays[visit];
    }

    /**
     * A served member that is too far from the one before it in time, or {@link Model#NONE}. It is the later of the two, so
     * that repeated asking and removing ends. Whoever left or moved, the two need not be among its neighbours: a member that
     * changed days leaves a hole where it was.
     */
    int stranded(int series) {
        if (series == Model.NONE || model.seriesMaxGap[series] == Integer.MAX_VALUE) {
            return Model.NONE;
        }
        for (int mate : model.seriesMembers[series]) {
            if (routes.routeOf[mate] != Model.NONE && isStranded(mate, series)) {
                return mate;
            }
        }
        return Model.NONE;
    }

    private boolean isStranded(int visit, int series) {
        int day = routes.dayOf(visit);
        int before = Integer.MAX_VALUE;
        for (int mate : model.seriesMembers[series]) {
            if (mate != visit && routes.routeOf[mate] != Model.NONE && routes.dayOf(mate) <= day) {
                before = Math.min(before, day - routes.dayOf(mate));
            }
        }
        return !nearEnough(before, series);
    }
}
