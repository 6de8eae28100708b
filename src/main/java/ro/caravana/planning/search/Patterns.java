package ro.caravana.planning.search;

import java.util.Arrays;

/** Puts a customer who is visited on several days back on all of them at once, on the days that cost least together. */
final class Patterns {
    private final Model model;
    private final Routes routes;
    private final Insertion insertion;
    private final long[] dayCost;
    private final int[] dayRoute;

    Patterns(Routes routes, Insertion insertion) {
        this.routes = routes;
        this.model = routes.model;
        this.insertion = insertion;
        dayCost = new long[model.days];
        dayRoute = new int[model.days];
    }

    /** Answers whether it did: false where the visit has no pattern, is not wholly absent, or finds no place for it. */
    boolean insert(int visit) {
        int pattern = model.pattern[visit];
        if (pattern == Model.NONE || isServedInPart(pattern)) {
            return false;
        }
        rateDays(visit);
        int choice = cheapest(pattern);
        if (choice == 0) {
            return false;
        }
        int member = 0;
        for (int day = 0; day < model.days; day++) {
            if ((choice >> day & 1) == 1) {
                int copy = model.patternMembers[pattern][member++];
                insertion.place(copy, dayRoute[day]);
                routes.insert(copy, dayRoute[day], insertion.position);
            }
        }
        return true;
    }

    private boolean isServedInPart(int pattern) {
        for (int mate : model.patternMembers[pattern]) {
            if (routes.routeOf[mate] != Model.NONE) {
                return true;
            }
        }
        return false;
    }

    private void rateDays(int visit) {
        Arrays.fill(dayCost, Long.MAX_VALUE / 64);
        for (int day = 0; day < model.days; day++) {
            if (model.startWindows[visit * model.days + day] != Model.CLOSED) {
                insertion.onDay(visit, day);
                if (insertion.route != Model.NONE) {
                    dayCost[day] = insertion.cost;
                    dayRoute[day] = insertion.route;
                }
            }
        }
    }

    private int cheapest(int pattern) {
        int best = 0;
        long least = Long.MAX_VALUE / 64;
        for (int choice : model.patternChoices[pattern]) {
            long sum = 0;
            for (int days = choice; days != 0; days &= days - 1) {
                sum += dayCost[Integer.numberOfTrailingZeros(days)];
            }
            if (sum < least) {
                least = sum;
                best = choice;
            }
        }
        return best;
    }
}
