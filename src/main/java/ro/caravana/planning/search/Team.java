package ro.caravana.planning.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Several searches of one problem, each on a thread of its own. Now and then whoever stands worst goes on from where the best one
 * stands. One alone is deterministic; with more, what they find depends on who was faster.
 */
final class Team {
    /** How often in a whole budget they compare where they stand. */
    private static final int MEETINGS = 20;

    private final List<Annealing> members = new ArrayList<>();
    private volatile double share;
    private volatile boolean paused;
    private int meetings;

    Team(Model model, long seed, Tuning tuning, int threads) {
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
            over = runUntilMeeting(progress, pause);
            meet();
        }
    }

    private boolean runUntilMeeting(Search.Progress progress, BooleanSupplier pause) {
        paused = false;
        boolean[] over = {false};
        Executor threads = task -> new Thread(task, "search").start();
        List<CompletableFuture<Void>> others = members.subList(1, members.size()).stream()
                .map(member -> CompletableFuture.runAsync(() -> member.run(() -> share, () -> paused), threads))
                .toList();
        try {
            first().run(() -> tell(progress), () -> {
                over[0] = pause.getAsBoolean();
                return over[0] || meetingIsDue();
            });
        } finally {
            paused = true;
        }
        others.forEach(CompletableFuture::join);
        return over[0];
    }

    private double tell(Search.Progress progress) {
        share = progress.share();
        return share;
    }

    private boolean meetingIsDue() {
        return share * MEETINGS >= meetings + 1;
    }

    private void meet() {
        if (!meetingIsDue()) {
            return;
        }
        meetings = (int) (share * MEETINGS);
        Annealing leader = first();
        for (Annealing member : members) {
            leader = member.standsBetterThan(leader) ? member : leader;
        }
        for (Annealing member : members) {
            if (member != leader) {
                member.goOnFrom(leader);
            }
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
