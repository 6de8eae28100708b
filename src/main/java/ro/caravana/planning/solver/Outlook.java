package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Slot;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.planning.VisitOutlook;

/**
 * Tries one visit of a plan on every day. Agreed visits stay at their hours, all others on their days, except one that may make
 * room: a full year has next to no day with time left. Where the visit's own handover stands in the way, it may be allowed to move
 * along.
 */
public final class Outlook {
    private final Agenda agenda;
    private final Openings openings;
    private final Stop stop;
    private final Exchange exchange;
    private final Optional<Slot> now;
    private final PlanInstance instance;
    private final Plan plan;
    private final LocalDate notBefore;
    private @Nullable PlanInstance today;
    private Handover handover = Handover.STAYS;
    private @Nullable Optional<Pairs> pairs;

    /** What may become of the handover that follows the asked visit, on days that are too far from it. */
    public enum Handover {
        STAYS,
        /** As long as nobody was told of its day. */
        MOVES_UNLESS_AGREED,
        MOVES
    }

    /**
     * @param instance with the agreed visits pinned; the asked one's own pin is lifted
     * @param notBefore earlier days are no alternatives
     * @throws IllegalArgumentException where the instance has no such visit
     */
    public Outlook(PlanInstance instance, Plan plan, String visit, LocalDate notBefore) {
        this.instance = instance;
        this.plan = plan;
        this.notBefore = notBefore;
        agenda = Agenda.of(instance.withVisits(unpinned(instance.visits(), visit)), plan, notBefore);
        openings = new Openings(agenda);
        Stop found = agenda.findStop(visit);
        if (found == null) {
            throw new IllegalArgumentException("the instance has no such visit");
        }
        stop = found;
        now = Agenda.slot(stop);
        exchange = new Exchange(agenda, openings, stop);
    }

    /**
     * From now on no visit goes where what is known today forbids it. Visits that it forbids where they are stay: they are told elsewhere,
     * and move when somebody accepts another date.
     *
     * @param today the same problem, with less open; times of the asked visit's own day stay as planned
     */
    public Outlook keepingTo(PlanInstance today) {
        this.today = today;
        keep(agenda, today, Set.of(stop.id()));
        return this;
    }

    private static void keep(Agenda agenda, PlanInstance today, Set<String> asked) {
        Map<String, SiteHours> hours =
                today.sites().stream().collect(Collectors.toMap(PlanInstance.Site::id, SiteHours::new));
        for (Stop other : agenda.solution.stops()) {
            SiteHours open = hours.get(other.visit().site());
            if (open != null && (asked.contains(other.id()) || !other.isServed() || isHeld(other, open))) {
                other.keepTo(open);
            }
        }
        for (PlanInstance.Station station : today.stations()) {
            station.closedDates().stream()
                    .map(date -> agenda.findDay(station.id(), date))
                    .filter(Objects::nonNull)
                    .forEach(agenda::close);
        }
    }

    /** From now on the visit's own handover may move along. */
    public Outlook withHandover(Handover allowed) {
        handover = allowed;
        return this;
    }

    /** Looked for in a plan of their own, in which neither is bound; only where a handover follows. */
    private Optional<Pairs> pairs() {
        if (pairs == null) {
            pairs = handover == Handover.STAYS
                    ? Optional.empty()
                    : openings.followers(stop).stream()
                            .filter(one -> handover == Handover.MOVES || !Exchange.isAgreed(one))
                            .findFirst()
                            .flatMap(this::pairs);
        }
        return pairs;
    }

    private Optional<Pairs> pairs(Stop follower) {
        List<PlanInstance.Visit> free = unpinned(unpinned(instance.visits(), stop.id()), follower.id());
        Agenda other = Agenda.of(instance.withVisits(free), plan, notBefore);
        if (today != null) {
            keep(other, today, Set.of(stop.id(), follower.id()));
        }
        return Pairs.of(other, stop.id());
    }

    /**
     * How the visit could go into a day.
     *
     * @param make makes it so for good, and writes the plan
     */
    private record Way(Alternative alternative, UnaryOperator<Plan> make) {
        boolean keepsAll() {
            return alternative.others().stream().allMatch(shift -> shift.to().isPresent());
        }
    }

    /** The handover moves along only where the visit could not go there without, or only by leaving somebody out. */
    private Optional<Way> findWay(StationDay day) {
        Optional<Way> without = exchange.find(day)
                .map(candidate -> new Way(candidate.alternative(), before -> {
                    exchange.make(candidate);
                    return agenda.write(before);
                }));
        if (without.filter(Way::keepsAll).isPresent()) {
            return without;
        }
        Optional<Way> along = pairs().flatMap(two -> two.find(day.station().id(), day.date())
                .map(pair -> new Way(two.alternative(pair), before -> two.make(pair, before))));
        return Stream.concat(without.stream(), along.stream())
                .min(Comparator.comparing(way -> way.alternative().delta(), ScoreDelta.BEST_FIRST));
    }

    private static boolean isHeld(Stop stop, SiteHours open) {
        return open.hold(stop.date(), stop.times().start(), stop.times().end());
    }

    private static List<PlanInstance.Visit> unpinned(List<PlanInstance.Visit> visits, String id) {
        return visits.stream()
                .map(visit -> visit.id().equals(id) ? visit.withPinned(null, false) : visit)
                .toList();
    }

    /** @param limit most alternatives named */
    public VisitOutlook look(int limit) {
        List<Alternative> found = new ArrayList<>();
        Map<Obstacle, Integer> obstacles = new EnumMap<>(Obstacle.class);
        int free = 0;
        for (StationDay day : agenda.workdays()) {
            if (isOwn(day)) {
                continue;
            }
            Optional<Alternative> other = findWay(day).map(Way::alternative);
            if (other.map(Alternative::needsNobody).orElse(false)) {
                free++;
            } else {
                obstacles.merge(obstacle(day), 1, Integer::sum);
            }
            other.ifPresent(found::add);
        }
        countDaysOff(obstacles);
        return new VisitOutlook(
                stop.id(),
                now,
                found.stream().sorted(bestFirst()).limit(limit).toList(),
                found.size(),
                free,
                inOrder(obstacles));
    }

    private Comparator<Alternative> bestFirst() {
        return Comparator.comparing(Alternative::delta, ScoreDelta.BEST_FIRST)
                .thenComparing(this::daysAway)
                .thenComparing(other -> other.slot().date())
                .thenComparing(other -> other.slot().station());
    }

    private Obstacle obstacle(StationDay day) {
        Obstacle found = openings.findObstacle(stop, day);
        return found == null ? Obstacle.NO_TIME_LEFT : found;
    }

    private boolean isOwn(StationDay day) {
        return now.map(slot ->
                        slot.station().equals(day.station().id()) && slot.date().equals(day.date()))
                .orElse(false);
    }

    private long daysAway(Alternative other) {
        return now.map(slot -> Math.abs(
                        ChronoUnit.DAYS.between(slot.date(), other.slot().date())))
                .orElse(0L);
    }

    /** Days on which a station stays at home are no days of the agenda. */
    private void countDaysOff(Map<Obstacle, Integer> obstacles) {
        PlanInstance.Horizon horizon = agenda.instance.horizon();
        long all = (ChronoUnit.DAYS.between(horizon.start(), horizon.end()) + 1)
                * agenda.instance.stations().size();
        int off = (int) all - agenda.workdays().size();
        if (off > 0) {
            obstacles.merge(Obstacle.STATION_OFF, off, Integer::sum);
        }
    }

    private static Map<String, Integer> inOrder(Map<Obstacle, Integer> obstacles) {
        Comparator<Map.Entry<Obstacle, Integer>> byDays = Map.Entry.comparingByValue(Comparator.reverseOrder());
        Map<String, Integer> ordered = new LinkedHashMap<>();
        obstacles.entrySet().stream()
                .sorted(byDays.thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.put(entry.getKey().code(), entry.getValue()));
        return ordered;
    }

    /** What stands against a day, as a stable code; empty where the visit can be held then, or is. */
    public Optional<String> findObstacle(String station, LocalDate date) {
        PlanInstance.Horizon horizon = agenda.instance.horizon();
        if (date.isBefore(horizon.start()) || date.isAfter(horizon.end())) {
            return Optional.of(VisitAlternatives.OUTSIDE_PLAN);
        }
        StationDay day = agenda.findDay(station, date);
        if (day == null) {
            return Optional.of(Obstacle.STATION_OFF.code());
        }
        return isOwn(day) || findWay(day).isPresent()
                ? Optional.empty()
                : Optional.of(obstacle(day).code());
    }

    /**
     * Moves the visit.
     *
     * @param before the plan this outlook was made of
     * @return the changed plan, or empty where the visit cannot be held on that day by that station
     */
    public Optional<Plan> moveTo(String station, LocalDate date, Plan before) {
        StationDay day = agenda.findDay(station, date);
        if (day == null || isOwn(day)) {
            return Optional.empty();
        }
        return findWay(day).map(way -> way.make().apply(before));
    }
}
