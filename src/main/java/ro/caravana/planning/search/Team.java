package ro.caravana.planning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Several searches of one problem, each on a thread of its own, in rounds. Where routes are many, they improve different routes
 * of one plan and lay them together; now and then each has the whole plan for a round, and all go on from where the best one
 * stands. Where routes are few, each has the whole plan all the while. One alone is deterministic; with more, what they find
 * depends on who was faster.
 */
final class Team {
    /** Where nothing is divided: how often in a whole budget they compare where they stand. */
    private static final int MEETINGS = 20;

    /** Where routes are divided: after each such round a shorter one with the whole plan, so that what hangs together moves too. */
    private static final int WHOLE_PLAN_PART = 4;

    private final List<Annealing> members = new ArrayList<>();
    private final Deal deal;
    private final Random random;
    private final Tuning tuning;
    private volatile double share;
    private volatile boolean paused;
    private int meetings;

    // where routes are divided: the phase that runs now
    private List<Share> shares = List.of(); // none while each has the whole plan
    private long left; // iterations of the first
    private boolean wholePlanIsDone; // so that all stand together

    Team(Model model, long seed, Tuning tuning, int threads) {
        deal = new Deal(model);
        random = new Random(new Random(seed).nextLong());
        this.tuning = tuning;
        for (int i = 0; i < threads; i++) {
            members.add(new Annealing(model, seed + 1_000_003L * i, tuning));
        }
    }

    Annealing first() {
        return members.get(0);
    }

    void adopt(BiConsumer<Routes, Trial> adoption) {
        members.forEach(member -> member.adopt(adoption));
    }

    void construct() {
        members.forEach(Annealing::construct);
    }

    /** Searches until {@code pause} answers true; it and {@code progress} are asked by the calling thread only. */
    void run(Search.Progress progress, BooleanSupplier pause) {
        share = progress.share();
        if (members.size() == 1 || first().hasNothingToDo()) {
            first().run(progress, pause);
            return;
        }
        boolean over = false;
        while (!over) {
            over = dividesRoutes() ? phase(progress, pause) : untilMeeting(progress, pause);
        }
    }

    private boolean dividesRoutes() {
        return tuning.leastShare() > 0 && first().routes().usedRoutes >= tuning.leastShare() * members.size();
    }

    private boolean untilMeeting(Search.Progress progress, BooleanSupplier pause) {
        left = 0;
        wholePlanIsDone = false;
        boolean over = searchAtOnce(progress, pause, this::meetingIsDue);
        if (meetingIsDue()) {
            meetings = (int) (share * MEETINGS);
            followBest();
        }
        return over;
    }

    private boolean meetingIsDue() {
        return share * MEETINGS >= meetings + 1;
    }

    /** One phase, or what {@code pause} leaves of it: the rest follows with the next call. */
    private boolean phase(Search.Progress progress, BooleanSupplier pause) {
        if (left == 0) {
            beginPhase();
        }
        for (int i = 0; i < shares.size(); i++) {
            members.get(i).restrictTo(shares.get(i));
        }
        long end = first().iterations() + left;
        boolean over = searchAtOnce(progress, pause, () -> first().iterations() >= end);
        left = Math.max(0, end - first().iterations());
        if (!shares.isEmpty()) {
            layTogether();
        } else if (left == 0) {
            followBest();
        }
        return over;
    }

    private void beginPhase() {
        boolean divided = wholePlanIsDone;
        shares = divided ? deal.among(members.size(), first().routes(), random) : List.of();
        if (shares.stream().anyMatch(Share::isEmpty)) {
            shares = List.of();
        }
        left = shares.isEmpty() ? tuning.round() / WHOLE_PLAN_PART : tuning.round();
        wholePlanIsDone = !divided;
    }

    private boolean searchAtOnce(Search.Progress progress, BooleanSupplier pause, BooleanSupplier isDue) {
        paused = false;
        boolean[] over = {false};
        List<CompletableFuture<Void>> others = new ArrayList<>();
        try {
            for (Annealing member : members.subList(1, members.size())) {
                others.add(CompletableFuture.runAsync(() -> member.run(() -> share, () -> paused), Team::start));
            }
            first().run(() -> tell(progress), () -> {
                over[0] = pause.getAsBoolean();
                return over[0] || isDue.getAsBoolean();
            });
        } finally {
            paused = true;
            others.forEach(CompletableFuture::join);
        }
        return over[0];
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "search");
        thread.setDaemon(true);
        thread.start();
    }

    private double tell(Search.Progress progress) {
        share = progress.share();
        return share;
    }

    private void followBest() {
        Annealing leader = first();
        for (Annealing member : members) {
            leader = member.standsBetterThan(leader) ? member : leader;
        }
        for (Annealing member : members) {
            if (member != leader) {
                member.goOnFrom(leader.standing());
            }
        }
    }

    /** Each route as the one who had it has left it. */
    private void layTogether() {
        int[][] plan = first().standing();
        for (int i = 1; i < members.size(); i++) {
            int[][] improved = members.get(i).standing();
            for (int route = 0; route < plan.length; route++) {
                plan[route] = shares.get(i).includes(route) ? improved[route] : plan[route];
            }
        }
        for (Annealing member : members) {
            member.restrictTo(deal.everything());
            member.goOnFrom(plan);
        }
    }

    /** Who has found the best so far. */
    Annealing best() {
        Annealing best = first();
        for (Annealing member : members) {
            best = member.foundBetterThan(best) ? member : best;
        }
        return best;
    }

    /** Changes whenever somebody has found a best of his own. */
    long improvements() {
        return members.stream().mapToLong(Annealing::improvements).sum();
    }

    /** Asked before every iteration, so without a stream. */
    long iterations() {
        long sum = 0;
        for (Annealing member : members) {
            sum += member.iterations();
        }
        return sum;
    }
}
