package ro.caravana.planning.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanScore;
import ro.caravana.planning.SolveOptions;

/** A solver on a lead: plans one visit more each time the test says so, and ends or breaks when told. */
public final class StepwiseSolver {
    private enum Word {
        IMPROVE,
        END,
        BREAK
    }

    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>();
    private final List<SolveOptions> calls = new CopyOnWriteArrayList<>();

    public void improve() {
        words.add(Word.IMPROVE);
    }

    public void end() {
        words.add(Word.END);
    }

    public void breakDown() {
        words.add(Word.BREAK);
    }

    /** The options of every solve so far. */
    public List<SolveOptions> calls() {
        return calls;
    }

    public Plan solve(
            PlanInstance instance, SolveOptions options, Consumer<Improvement> listener, BooleanSupplier stop) {
        calls.add(options);
        int visits = options.startFrom().map(plan -> plan.visits().size()).orElse(0);
        while (!stop.getAsBoolean()) {
            Word word = next();
            if (word == Word.BREAK) {
                throw new IllegalStateException("broken on purpose");
            }
            if (word == Word.END) {
                break;
            }
            if (word == Word.IMPROVE) {
                visits++;
                listener.accept(new Improvement(plan(instance, visits), new PlanScore(0, visits, 0, 0), 0, visits));
            }
        }
        return plan(instance, visits);
    }

    private Word next() {
        try {
            return words.poll(10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Word.END;
        }
    }

    /** The first so many visits of the instance, one a day. */
    public static Plan plan(PlanInstance instance, int count) {
        List<Plan.PlannedVisit> visits = new ArrayList<>();
        for (int nth = 0; nth < count; nth++) {
            PlanInstance.Visit visit = instance.visits().get(nth);
            visits.add(new Plan.PlannedVisit(
                    visit.id(),
                    instance.stations().get(0).id(),
                    instance.horizon().start().plusDays(3 + nth),
                    36_000,
                    36_000,
                    36_000 + visit.serviceSeconds()));
        }
        List<Plan.Unserved> unserved = instance.visits().stream()
                .skip(count)
                .map(visit -> new Plan.Unserved(visit.id(), List.of("no-time-left")))
                .toList();
        return new Plan(Plan.SCHEMA, visits, unserved, List.of(), 1, "stepwise", 0, count, "");
    }
}
