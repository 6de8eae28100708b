package ro.caravana.planning.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDiff;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Shift;
import ro.caravana.planning.Slot;

/** Compares two states of one plan. */
final class Diffs {
    private final Map<String, Plan.PlannedVisit> before = new LinkedHashMap<>();
    private final Map<String, Plan.PlannedVisit> after = new LinkedHashMap<>();
    private final List<Shift> moved = new ArrayList<>();
    private final List<Shift> added = new ArrayList<>();
    private final List<Shift> dropped = new ArrayList<>();
    private int retimed;

    private Diffs(Plan old, Plan now) {
        old.visits().forEach(visit -> before.put(visit.visit(), visit));
        now.visits().forEach(visit -> after.put(visit.visit(), visit));
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.forEach(this::sort);
    }

    /** One of the two plans with its problem and what it comes to. */
    record Side(PlanInstance instance, Plan plan, PlanSummary summary) {}

    static PlanDiff of(Side old, Side now, Promises promises) {
        Diffs diffs = new Diffs(old.plan(), now.plan());
        List<PlanDiff.Told> told = Stream.of(diffs.moved, diffs.dropped)
                .flatMap(List::stream)
                .map(Shift::visit)
                .filter(visit -> !promises.listeners(visit).isEmpty())
                .map(visit -> new PlanDiff.Told(visit, promises.stateOf(visit), promises.listeners(visit)))
                .toList();
        return new PlanDiff(
                diffs.moved,
                diffs.added,
                diffs.dropped,
                diffs.retimed,
                delta(old, now),
                Stream.concat(
                                notes(old.instance(), now.instance(), Map.of()),
                                notes(now.instance(), old.instance(), leftOut(now.plan())))
                        .toList(),
                told);
    }

    /** Of the visits that one problem has and the other has not. */
    private static Stream<PlanDiff.Note> notes(
            PlanInstance one, PlanInstance other, Map<String, List<String>> leftOut) {
        Set<String> known = other.visits().stream().map(PlanInstance.Visit::id).collect(Collectors.toSet());
        return one.visits().stream()
                .filter(visit -> !known.contains(visit.id()))
                .map(visit -> note(one, visit, leftOut.get(visit.id())));
    }

    private static Map<String, List<String>> leftOut(Plan plan) {
        return plan.unserved().stream()
                .collect(Collectors.toMap(Plan.Unserved::visit, Plan.Unserved::reasons, (first, again) -> first));
    }

    private static PlanDiff.Note note(PlanInstance instance, PlanInstance.Visit visit, @Nullable List<String> leftOut) {
        int siruta = instance.sites().stream()
                .filter(site -> site.id().equals(visit.site()) && site.siruta() != null)
                .map(PlanInstance.Site::siruta)
                .findFirst()
                .orElse(0);
        return new PlanDiff.Note(visit.id(), visit.kind().name(), siruta, visit.persons(), visit.required(), leftOut);
    }

    /** The same change, backwards; who heard of it must hear again. */
    static PlanDiff reversed(PlanDiff diff) {
        ScoreDelta delta = diff.delta();
        return new PlanDiff(
                reversed(diff.moved()),
                reversed(diff.dropped()),
                reversed(diff.added()),
                diff.retimed(),
                new ScoreDelta(
                        -delta.value(),
                        -delta.cost(),
                        -delta.quality(),
                        -delta.drivingSeconds(),
                        -delta.metres(),
                        -delta.stationDays()),
                diff.notes(),
                diff.told());
    }

    private static List<Shift> reversed(List<Shift> shifts) {
        return shifts.stream()
                .map(shift -> new Shift(shift.visit(), shift.to(), shift.from()))
                .toList();
    }

    private void sort(String visit) {
        Shift shift = new Shift(visit, slot(before.get(visit)), slot(after.get(visit)));
        if (shift.from().isEmpty()) {
            added.add(shift);
        } else if (shift.to().isEmpty()) {
            dropped.add(shift);
        } else if (!shift.from().get().isSameDay(shift.to().get())) {
            moved.add(shift);
        } else if (shift.from().get().start() != shift.to().get().start()) {
            retimed++;
        }
    }

    private static Optional<Slot> slot(Plan.@Nullable PlannedVisit visit) {
        return Optional.ofNullable(visit).map(Slot::of);
    }

    private static ScoreDelta delta(Side old, Side now) {
        return new ScoreDelta(
                level(now.plan(), PlanRule.Level.VALUE) - level(old.plan(), PlanRule.Level.VALUE),
                level(now.plan(), PlanRule.Level.COST) - level(old.plan(), PlanRule.Level.COST),
                level(now.plan(), PlanRule.Level.QUALITY) - level(old.plan(), PlanRule.Level.QUALITY),
                now.summary().drivingSeconds() - old.summary().drivingSeconds(),
                now.summary().metres() - old.summary().metres(),
                now.summary().stationDays() - old.summary().stationDays());
    }

    private static double level(Plan plan, PlanRule.Level level) {
        return plan.score().stream()
                .filter(part -> part.level().equals(level.wireName()))
                .mapToDouble(Plan.ScorePart::amount)
                .sum();
    }
}
