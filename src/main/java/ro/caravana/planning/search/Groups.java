package ro.caravana.planning.search;

import java.util.stream.IntStream;

/** Which visits hang together, directly or through others, by a succession, a series or a pattern of days. */
final class Groups {
    private final int[] leader;
    private final int[] group;
    private final int count;

    Groups(Model model) {
        leader = IntStream.range(0, model.visits).toArray();
        for (int visit = 0; visit < model.visits; visit++) {
            if (model.predecessor[visit] != Model.NONE) {
                unite(visit, model.predecessor[visit]);
            }
        }
        uniteAll(model.seriesMembers);
        uniteAll(model.patternMembers);
        group = new int[model.visits];
        count = number();
    }

    /** The number of a visit's group from 0, or {@link Model#NONE} for a visit that hangs on no other. */
    int of(int visit) {
        return group[visit];
    }

    int count() {
        return count;
    }

    private void uniteAll(int[][] sets) {
        for (int[] members : sets) {
            for (int member : members) {
                unite(member, members[0]);
            }
        }
    }

    private void unite(int one, int other) {
        leader[leaderOf(one)] = leaderOf(other);
    }

    private int leaderOf(int visit) {
        int at = visit;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]]; // halves the way for the next time
            at = leader[at];
        }
        return at;
    }

    private int number() {
        int[] size = new int[leader.length];
        for (int visit = 0; visit < leader.length; visit++) {
            size[leaderOf(visit)]++;
        }
        int[] numberOf = new int[leader.length];
        int next = 0;
        for (int visit = 0; visit < leader.length; visit++) {
            boolean leads = leader[visit] == visit && size[visit] > 1;
            numberOf[visit] = leads ? next++ : Model.NONE;
        }
        for (int visit = 0; visit < leader.length; visit++) {
            group[visit] = numberOf[leaderOf(visit)];
        }
        return next;
    }
}
