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
import java.util.stream.Collectors;
import ro.caravana.planning.Alternative;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.ScoreDelta;
import ro.caravana.planning.Slot;
import ro.caravana.planning.VisitAlternatives;
import ro.caravana.planning.VisitOutlook;

/**
 * Tries one visit of a plan on every day. Agreed visits stay at their hours, all others on their days, except one that may make
 * room: a full year has next to no day with time left.
 */
public final class Outlook {
    private final Agenda agenda;
    private final Openings openings;
    private final Stop stop;
    private final Exchange exchange;
    private final Optional<Slot> now;

    /**
     * @param instance with the agreed visits pinned; the asked one's own pin is lifted
     * @param notBefore earlier days are no alternatives
     * @throws IllegalArgumentException where the instance has no such visit
     */
    public Outlook(PlanInstance instance, Plan plan, String visit, LocalDate notBefore) {
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
        Map<String, SiteHours> hours =
                today.sites().stream().collect(Collectors.toMap(PlanInstance.Site::id, SiteHours::new));
        for (Stop other : agenda.solution.stops()) {
            SiteHours open = hours.get(other.visit().site());
            if (open != null && (other.equals(stop) || !other.isServed() || isHeld(other, open))) {
                other.keepTo(open);
            }
        }
        for (PlanInstance.Station station : today.stations()) {
            station.closedDates().stream()
                    .map(date -> agenda.findDay(station.id(), date))
                    .filter(Objects::nonNull)
                    .forEach(agenda::close);
        }
        return this;
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
            Optional<Alternative> other = exchange.find(day).map(Candidate::alternative);
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
        return isOwn(day) || exchange.find(day).isPresent()
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
        return exchange.find(day).map(candidate -> {
            exchange.make(candidate);
            return agenda.write(before);
        });
    }
}
