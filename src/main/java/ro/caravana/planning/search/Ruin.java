package ro.caravana.planning.search;

/**
 * Ways to take a handful of visits out: adjacent strings (SISR, Christiaens and Vanden Berghe 2020), whole station-days, whole
 * series, calendar stretches; the exchange of two whole station-days, and of what two vehicles do from some hour on.
 */
final class Ruin {
    private static final int LONGEST_STRING = 10;
    private static final double KEEP_WITHIN_STRING = 0.5;

    private final Model model;
    private final Routes routes;
    private final Trial trial;
    private final Random random;
    private final Tails tails;
    private final boolean exchangesTails;
    private final double averageRemoved;
    private final Tuning tuning;
    private final int[] ruined; // per route, the ruin that took a string from it
    private final int[] picked = new int[64];
    private int number;

    Ruin(Routes routes, Trial trial, Random random, Tuning tuning) {
        this.routes = routes;
        this.model = routes.model;
        this.trial = trial;
        this.random = random;
        this.tuning = tuning;
        this.tails = new Tails(routes, trial, random);
        this.exchangesTails = tuning.tails() > 0 && Tails.arePossible(model);
        this.averageRemoved = tuning.averageRemoved();
        this.ruined = new int[model.routes];
    }

    void apply() {
        int die = random.below(100);
        if (model.patternMembers.length > 0 && random.below(2) == 0) {
            trial.takeWholePatterns();
        }
        if (exchangesTails && random.below(100) < tuning.tails() && exchangeTails()) {
            return;
        }
        if (die < tuning.exchanges()) {
            exchangeDays();
        } else if (die < tuning.exchanges() + tuning.strings()) {
            adjacentStrings();
        } else if (die < tuning.exchanges() + tuning.strings() + tuning.days()) {
            wholeDays();
        } else if (die < tuning.exchanges() + tuning.strings() + tuning.days() + tuning.series()) {
            wholeSeries();
        } else {
            calendarStretch();
        }
    }

    /** And in half the cases a string too, wherever. */
    private boolean exchangeTails() {
        boolean exchanged = tails.exchangeAfter(routes.share.someVisit(random));
        if (exchanged && random.below(2) == 0) {
            adjacentStrings();
        }
        return exchanged;
    }

    private void adjacentStrings() {
        number++;
        int seed = routes.share.someVisit(random);
        double longest = Math.min(LONGEST_STRING, averageStringLength());
        int strings = 1 + random.below((int) Math.max(1, 4 * averageRemoved / (1 + longest) - 1));
        int taken = takeString(seed, longest);
        for (int i = 0; i < model.nearest[seed].length && taken < strings; i++) {
            taken += takeString(model.nearest[seed][i], longest);
        }
    }

    private double averageStringLength() {
        int served = model.visits - routes.absentCount;
        return Math.max(2, 1.0 * served / Math.max(1, routes.usedRoutes));
    }

    /** Takes a string of the route around a visit; answers how many strings were taken, 0 or 1. */
    private int takeString(int visit, double longest) {
        int route = routes.routeOf[visit];
        if (route == Model.NONE || ruined[route] == number || !routes.share.includes(route)) {
            return 0;
        }
        ruined[route] = number;
        int size = routes.length[route];
        int length = 1 + random.below((int) Math.min(size, Math.ceil(longest)));
        int at = routes.position(visit);
        int first = Math.max(0, at - random.below(length));
        first = Math.min(first, size - length);
        int count = 0;
        boolean split = length > 2 && random.unit() < KEEP_WITHIN_STRING;
        for (int i = first; i < first + length && count < picked.length; i++) {
            int candidate = routes.visits[route][i];
            if ((candidate == visit || !split || random.unit() > 0.25) && routes.share.holds(candidate)) {
                picked[count++] = candidate;
            }
        }
        removePicked(count);
        return 1;
    }

    private void removePicked(int count) {
        for (int i = 0; i < count; i++) {
            trial.remove(picked[i]);
        }
    }

    private void emptyRoute(int route) {
        int count = 0;
        for (int i = 0; i < routes.length[route] && count < picked.length; i++) {
            if (routes.share.holds(routes.visits[route][i])) {
                picked[count++] = routes.visits[route][i];
            }
        }
        removePicked(count);
    }

    /** Empties the day of a visit, and often one or two that serve neighbours of it. */
    private void wholeDays() {
        number++;
        int seed = routes.share.someVisit(random);
        int wanted = 1 + random.below(3);
        int emptied = emptyDayOf(seed);
        for (int i = 0; i < model.nearest[seed].length && emptied < wanted; i++) {
            if (random.below(3) > 0) {
                emptied += emptyDayOf(model.nearest[seed][i]);
            }
        }
    }

    private int emptyDayOf(int visit) {
        int route = routes.routeOf[visit];
        if (route == Model.NONE || ruined[route] == number || !routes.share.includes(route)) {
            return 0;
        }
        ruined[route] = number;
        emptyRoute(route);
        return 1;
    }

    private void wholeSeries() {
        int seed = routes.share.someVisit(random);
        int series = model.series[seed];
        if (series == Model.NONE || !routes.share.holdsAll(model.seriesMembers[series])) {
            adjacentStrings();
            return;
        }
        for (int member : model.seriesMembers[series]) {
            trial.remove(member);
        }
    }

    /** Takes some visits out of a run of neighbouring days. */
    private void calendarStretch() {
        if (model.routes == 0) {
            return;
        }
        int route = routes.share.someRoute(random);
        int wanted = 2 + random.below((int) (2 * averageRemoved));
        double share = 0.3 + 0.7 * random.unit();
        for (int removed = 0; removed < wanted && route < model.routes; route++) {
            int count = 0;
            for (int i = 0; i < routes.length[route] && count < picked.length; i++) {
                if (random.unit() < share && routes.share.holds(routes.visits[route][i])) {
                    picked[count++] = routes.visits[route][i];
                }
            }
            removePicked(count);
            removed += count;
        }
    }

    private void exchangeDays() {
        int one = routeOfSomeVisit();
        if (one == Model.NONE) {
            return;
        }
        int other = routes.share.someRoute(random);
        if (one == other || !holdsAllOf(one) || !holdsAllOf(other)) {
            return;
        }
        trial.exchange(one, other);
        if (random.below(2) == 0 && routes.length[one] > 0) {
            trial.remove(routes.visits[one][random.below(routes.length[one])]);
        }
    }

    private int routeOfSomeVisit() {
        for (int attempt = 0; attempt < 10; attempt++) {
            int route = routes.routeOf[routes.share.someVisit(random)];
            if (route != Model.NONE) {
                return route;
            }
        }
        return Model.NONE;
    }

    private boolean holdsAllOf(int route) {
        for (int i = 0; i < routes.length[route]; i++) {
            if (!routes.share.holds(routes.visits[route][i])) {
                return false;
            }
        }
        return true;
    }
}
