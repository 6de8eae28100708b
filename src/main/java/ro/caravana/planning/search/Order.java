package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToLongFunction;

/**
 * In which order visits are put back; a trial draws one of several (SISR, Christiaens and Vanden Berghe 2020). Those by hours help
 * where each visit has one window of its own; for the year's stations they are not drawn.
 */
final class Order {
    private static final int WITHOUT_HOURS = 11;
    private static final int WITH_HOURS = 17;

    private final Model model;
    private final Random random;
    private final int count;
    private final int[] byWorth;
    private final int[] byDistance;
    private int drawn;

    /** @param worth per visit what serving it is worth, with what only it makes possible */
    Order(Model model, long[] worth, Random random, boolean byHours) {
        this.model = model;
        this.random = random;
        count = byHours ? WITH_HOURS : WITHOUT_HOURS;
        byWorth = rank(v -> -worth[v], v -> -model.persons[v]);
        int base = model.routes == 0 ? 0 : model.routeBase[0];
        byDistance = rank(v -> -model.seconds[base * model.locations + model.location[v]], v -> 0);
    }

    private int[] rank(IntToLongFunction key, IntToLongFunction tie) {
        Integer[] order = new Integer[model.visits];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.<Integer>comparingLong(key::applyAsLong).thenComparingLong(tie::applyAsLong));
        int[] rank = new int[model.visits];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }

    /** The weightiest first. */
    int byWorth(int visit) {
        return byWorth[visit];
    }

    /** From now on another one. */
    void draw() {
        drawn = random.below(count);
    }

    /** The lower, the sooner. */
    int of(int visit) {
        if (drawn < 4) {
            return random.below(1 << 20);
        }
        if (drawn < 7) {
            return byWorth[visit];
        }
        if (drawn < 9) {
            return byDistance[visit];
        }
        if (drawn < 10) {
            return model.visits - byDistance[visit];
        }
        return drawn < WITHOUT_HOURS ? -model.service[visit] : byHours(visit);
    }

    /** The shortest window first, the earliest, or the latest. */
    private int byHours(int visit) {
        int window = model.startWindows[visit * model.days];
        if (window == Model.CLOSED) {
            return 0;
        }
        int opens = model.pool[window + 1];
        int closes = model.pool[window + 2];
        return drawn < 13 ? closes - opens : drawn < 15 ? opens : -closes;
    }
}
