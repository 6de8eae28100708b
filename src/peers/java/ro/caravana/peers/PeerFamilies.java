package ro.caravana.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.PlanInstance;

/** Who hangs together with whom by days: the visits of a series, a visit and the one it follows. */
final class PeerFamilies {
    private final Map<String, PeerVisit> visits = new HashMap<>();
    private final Map<String, List<PeerVisit>> relatives = new HashMap<>();

    PeerFamilies(PeerYear year) {
        Map<String, List<PeerVisit>> series = new HashMap<>();
        year.visits().forEach(visit -> visits.put(visit.id(), visit));
        for (PeerVisit visit : year.visits()) {
            if (visit.visit().after() != null) {
                relate(visit, visits.get(visit.visit().after().visit()));
            }
            if (visit.visit().series() != null) {
                List<PeerVisit> members =
                        series.computeIfAbsent(visit.visit().series().id(), id -> new ArrayList<>());
                members.forEach(other -> relate(visit, other));
                members.add(visit);
            }
        }
    }

    private void relate(PeerVisit one, PeerVisit other) {
        relatives.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(other);
        relatives.computeIfAbsent(other.id(), id -> new ArrayList<>()).add(one);
    }

    List<PeerVisit> relatives(PeerVisit visit) {
        return relatives.getOrDefault(visit.id(), List.of());
    }

    /** As many as it takes until each of the largest family has had one: a visit more than it has relatives. */
    int turns() {
        return 1 + relatives.values().stream().mapToInt(List::size).max().orElse(0);
    }

    static boolean follows(PeerVisit visit, PeerVisit first) {
        return visit.visit().after() != null && visit.visit().after().visit().equals(first.id());
    }

    /** Whether the two may be held on these days. */
    static boolean agree(PeerVisit one, long oneDay, PeerVisit other, long otherDay) {
        return (!follows(one, other) || lasts(one.visit().after(), oneDay - otherDay))
                && (!follows(other, one) || lasts(other.visit().after(), otherDay - oneDay))
                && Math.abs(oneDay - otherDay)
                        >= leastGap(one.visit().series(), other.visit().series());
    }

    private static int leastGap(PlanInstance.Series one, PlanInstance.Series other) {
        boolean same = one != null && other != null && one.id().equals(other.id());
        return same && one.minGapDays() != null ? one.minGapDays() : 0;
    }

    private static boolean lasts(PlanInstance.After after, long days) {
        return days >= leastDays(after) && days <= mostDays(after);
    }

    /** At least one: who comes later in one round is not modelled, so that the same day is not used. */
    static long leastDays(PlanInstance.After after) {
        return Math.max(1, after.minDays() == null ? 0 : after.minDays());
    }

    static long mostDays(PlanInstance.After after) {
        return after.maxDays() == null ? Long.MAX_VALUE : after.maxDays();
    }
}
