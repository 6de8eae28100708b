package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.ScoreDelta;

/**
 * Mends a plan whose facts have changed, moving as few as it can: who cannot stay looks for room; where there is none, one other
 * makes room and goes elsewhere, or is left out where that is worth it, as long as the change budget lasts. Agreed visits make no
 * room; they move only where the facts leave them no choice. Deterministic.
 */
public final class Repair {
    private final Agenda agenda;
    private final Openings openings;
    private final Set<Stop> homeless = new LinkedHashSet<>();
    private int budget;

    /**
     * @param instance the changed problem, with the agreed visits pinned
     * @param notBefore visits before this day stay, and none is put there
     * @param budget most visits that may make room for those who cannot stay
     */
    public Repair(PlanInstance instance, Plan plan, LocalDate notBefore, int budget) {
        this.agenda = new Agenda(withoutImpossiblePins(instance), notBefore);
        this.openings = new Openings(agenda);
        this.budget = budget;
        keepWhatCanStay(plan);
    }

    /** An agreement that the facts made void binds nobody. */
    private static PlanInstance withoutImpossiblePins(PlanInstance instance) {
        Agenda probe = new Agenda(instance, instance.horizon().start());
        return instance.withVisits(instance.visits().stream()
                .map(visit -> {
                    PlanInstance.Pinned pin = visit.pinned();
                    Stop stop = probe.findStop(visit.id());
                    StationDay day = pin == null ? null : probe.findDay(pin.station(), pin.date());
                    boolean kept = pin == null || (day != null && stop != null && isOpen(stop, day));
                    return kept ? visit : visit.withPinned(null, false);
                })
                .toList());
    }

    private static boolean isOpen(Stop stop, StationDay day) {
        return !stop.hours().closedOn(day.date())
                && !stop.startsOn(day.date()).isEmpty()
                && !PlanConstraints.outside(day.date(), stop.visit());
    }

    // ---- who can stay

    private void keepWhatCanStay(Plan plan) {
        for (Plan.PlannedVisit planned : Agenda.inOrder(plan)) {
            Stop stop = agenda.findStop(planned.visit());
            StationDay day = agenda.findDay(planned.station(), planned.date());
            if (stop == null || stop.isServed()) {
                continue;
            }
            if (day != null && isOpen(stop, day)) {
                agenda.insert(stop, day, day.stops().size());
            } else {
                homeless.add(stop);
            }
        }
        Set<String> known = plan.unserved().stream().map(Plan.Unserved::visit).collect(Collectors.toSet());
        agenda.solution.stops().stream()
                .filter(stop -> !stop.isServed() && !known.contains(stop.id()))
                .forEach(homeless::add); // new ones
        agenda.workdays().forEach(this::lighten);
        dropFollowersOfHomeless();
    }

    /** A day that has become too short or too small loses its least valuable visits. */
    private void lighten(StationDay day) {
        while (!Agenda.isPossible(day)) {
            Optional<Stop> least = day.stops().stream()
                    .filter(stop -> !Exchange.isAgreed(stop))
                    .min(Comparator.comparingDouble(stop -> stop.visit().value()));
            if (least.isEmpty()) {
                return;
            }
            agenda.remove(least.get());
            homeless.add(least.get());
        }
    }

    /** Whoever follows a visit that lost its day may have to follow it to another. */
    private void dropFollowersOfHomeless() {
        List<Stop> followers = homeless.stream()
                .flatMap(stop -> openings.followers(stop).stream())
                .filter(follower -> !Exchange.isAgreed(follower))
                .toList();
        followers.forEach(follower -> {
            agenda.remove(follower);
            homeless.add(follower);
        });
    }

    // ---- who needs a place

    /** @param before the plan this was made of */
    public Plan run(Plan before) {
        List<Stop> waiting = new ArrayList<>(homeless);
        waiting.sort(Comparator.comparing((Stop stop) -> stop.visit().after() != null)
                .thenComparing(stop -> !stop.visit().required())
                .thenComparing(stop -> -stop.visit().value())
                .thenComparing(Stop::number));
        for (Stop stop : waiting) {
            settle(stop, before);
        }
        useWhatIsFree();
        return agenda.write(before);
    }

    /** Room that the facts opened goes to those who were left out before. */
    private void useWhatIsFree() {
        agenda.solution.stops().stream()
                .filter(stop -> !stop.isServed() && stop.visit().value() > 0)
                .sorted(Comparator.comparing((Stop stop) -> -stop.visit().value())
                        .thenComparing(Stop::number))
                .forEach(
                        stop -> Optional.ofNullable(findRoom(stop, null)).ifPresent(room -> agenda.insert(stop, room)));
    }

    private void settle(Stop stop, Plan before) {
        Place own = ownDay(stop, before);
        Place room = own != null ? own : findRoom(stop, null);
        if (room != null) {
            agenda.insert(stop, room);
        } else if (budget > 0 && makeRoom(stop)) {
            budget--;
        }
    }

    /** A follower whose first has found a day near the old one need not move at all. */
    private @Nullable Place ownDay(Stop stop, Plan before) {
        return before.visits().stream()
                .filter(planned -> planned.visit().equals(stop.id()))
                .findFirst()
                .map(planned -> agenda.findDay(planned.station(), planned.date()))
                .filter(day -> openings.findLasting(stop, day) == null)
                .flatMap(day -> openings.findPlace(stop, day))
                .orElse(null);
    }

    /** The cheapest day with room. */
    private @Nullable Place findRoom(Stop stop, @Nullable StationDay except) {
        Place best = null;
        for (StationDay day : agenda.workdays()) {
            if (day.equals(except) || openings.findLasting(stop, day) != null) {
                continue;
            }
            Place place = openings.findPlace(stop, day).orElse(null);
            if (place != null && (best == null || place.extraCost() < best.extraCost())) {
                best = place;
            }
        }
        return best;
    }

    /** Somebody who leaves a day, and where to; no refuge: out of the plan. */
    private record Way(StationDay day, Stop other, @Nullable StationDay refuge, ScoreDelta delta) {}

    private boolean makeRoom(Stop stop) {
        Way best = null;
        for (StationDay day : agenda.workdays()) {
            if (openings.findLasting(stop, day) != null) {
                continue;
            }
            for (Stop other : List.copyOf(day.stops())) {
                Way way = isFixed(other) || !openings.couldFitWithout(stop, day, other) ? null : way(stop, day, other);
                if (way != null && (best == null || ScoreDelta.BEST_FIRST.compare(way.delta(), best.delta()) < 0)) {
                    best = way;
                }
            }
        }
        if (best == null || best.delta().value() <= 0) {
            return false;
        }
        go(stop, best.day(), best.other());
        return true;
    }

    /** Agreed, too near to be moved, or just settled for want of a day. */
    private boolean isFixed(Stop other) {
        return Exchange.isAgreed(other)
                || homeless.contains(other)
                || other.date().isBefore(agenda.firstFreeDay());
    }

    private @Nullable Way way(Stop stop, StationDay day, Stop other) {
        List<Stop> both = List.of(stop, other);
        var held = agenda.snapshot(List.of(day));
        Tally before = Tally.of(agenda, List.of(day), both);
        Optional<StationDay> refuge = go(stop, day, other);
        Way way = null;
        if (stop.isServed() && (other.isServed() || mayBeLeftOut(other))) {
            List<StationDay> days = Tally.known(day, refuge.orElse(null));
            ScoreDelta after = Tally.of(agenda, days, both).since(before);
            way = new Way(day, other, refuge.orElse(null), after.plus(costOfBefore(refuge, other)));
        }
        if (other.isServed()) {
            agenda.remove(other);
        }
        agenda.arrange(held);
        return way;
    }

    /** The refuge's own cost was not in the tally before; it is counted here. */
    private ScoreDelta costOfBefore(Optional<StationDay> refuge, Stop other) {
        if (refuge.isEmpty()) {
            return ScoreDelta.NONE;
        }
        StationDay day = refuge.get();
        int position = day.stops().indexOf(other);
        agenda.remove(other);
        Tally without = Tally.of(agenda, List.of(day), List.of());
        agenda.insert(other, day, position);
        return new ScoreDelta(
                0, without.cost(), 0, -without.drivingSeconds(), -without.metres(), -without.stationDays());
    }

    /** Puts the visit into the day in the other's stead, and the other where there is room. */
    private Optional<StationDay> go(Stop stop, StationDay day, Stop other) {
        agenda.remove(other);
        Optional<Place> place = openings.findPlace(stop, day);
        place.ifPresent(found -> agenda.insert(stop, found));
        Place refuge = place.isEmpty() ? null : findRoom(other, day);
        if (refuge != null) {
            agenda.insert(other, refuge);
        }
        return Optional.ofNullable(refuge).map(Place::day);
    }

    private boolean mayBeLeftOut(Stop other) {
        boolean spansAGap = other.visit().series() != null
                && Objects.nonNull(other.visit().series().maxGapDays());
        return !other.visit().required()
                && !spansAGap
                && openings.followers(other).isEmpty();
    }
}
