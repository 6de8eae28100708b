package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/** Whether a visit that is left out could go into a day, and what stands against it. All others stay on their days. */
final class Openings {
    private final Agenda agenda;
    private final Map<String, List<Stop>> series = new HashMap<>();
    private final Map<String, List<Stop>> followers = new HashMap<>();
    private final @Nullable Stop loose;

    private Openings(Openings like, Stop loose) {
        this.agenda = like.agenda;
        this.series.putAll(like.series);
        this.followers.putAll(like.followers);
        this.loose = loose;
    }

    Openings(Agenda agenda) {
        this.agenda = agenda;
        this.loose = null;
        for (Stop stop : agenda.solution.stops()) {
            PlanInstance.Visit visit = stop.visit();
            if (visit.series() != null) {
                series.computeIfAbsent(visit.series().id(), id -> new ArrayList<>())
                        .add(stop);
            }
            if (visit.after() != null) {
                followers
                        .computeIfAbsent(visit.after().visit(), id -> new ArrayList<>())
                        .add(stop);
            }
        }
    }

    /** The same, but for one visit's days after the visit it follows: somebody else looks after them. */
    Openings withoutPredecessorOf(Stop stop) {
        return new Openings(this, stop);
    }

    /** Served visits that follow this one. */
    List<Stop> followers(Stop stop) {
        return followers.getOrDefault(stop.id(), List.of()).stream()
                .filter(Stop::isServed)
                .toList();
    }

    /** Other served visits of its series. */
    List<Stop> mates(Stop stop) {
        PlanInstance.Series own = stop.visit().series();
        return own == null
                ? List.of()
                : series.getOrDefault(own.id(), List.of()).stream()
                        .filter(mate -> !mate.equals(stop) && mate.isServed())
                        .toList();
    }

    /** What stands against the visit whatever else is held that day; null where nothing does. */
    @Nullable
    Obstacle findLasting(Stop stop, StationDay day) {
        LocalDate date = day.date();
        if (agenda.isClosed(day)) {
            return Obstacle.STATION_OFF;
        }
        boolean agreed = stop.visit().pinned() != null || stop.visit().announced();
        if (!agreed && date.isBefore(agenda.firstFreeDay())) {
            return Obstacle.TOO_SOON;
        }
        if (PlanConstraints.outside(date, stop.visit()) || !isWherePinned(stop, day)) {
            return Obstacle.OUT_OF_DATES;
        }
        if (stop.hours().closedOn(date) || stop.hours().on(date).isEmpty()) {
            return Obstacle.SITE_CLOSED;
        }
        if (stop.startsOn(date).isEmpty()) {
            return Obstacle.WINDOW_TOO_SHORT;
        }
        Integer capacity = day.station().capacityPersons();
        if (capacity != null && stop.visit().persons() > capacity) {
            return Obstacle.TOO_MANY_PERSONS;
        }
        return findGap(stop, day);
    }

    private static boolean isWherePinned(Stop stop, StationDay day) {
        PlanInstance.Pinned pin = stop.visit().pinned();
        return pin == null
                || (pin.date().equals(day.date())
                        && pin.station().equals(day.station().id()));
    }

    private @Nullable Obstacle findGap(Stop stop, StationDay day) {
        PlanInstance.After after = stop.visit().after();
        if (after != null && !stop.equals(loose)) {
            Stop first = agenda.findStop(after.visit());
            if (first == null || !first.isServed()) {
                return Obstacle.PREDECESSOR_UNSERVED;
            }
            if (!daysApart(after, first.date(), day.date())
                    || (first.date().equals(day.date()) && !day.stops().contains(first))) {
                return Obstacle.AFTER_GAP;
            }
        }
        for (Stop follower : followers(stop)) {
            PlanInstance.After link = follower.visit().after();
            if (link != null
                    && (!daysApart(link, day.date(), follower.date())
                            || (follower.date().equals(day.date())
                                    && !day.stops().contains(follower)))) {
                return Obstacle.AFTER_GAP;
            }
        }
        return keepsSeries(stop, day.date()) ? null : Obstacle.SERIES_GAP;
    }

    private static boolean daysApart(PlanInstance.After after, LocalDate first, LocalDate second) {
        long days = ChronoUnit.DAYS.between(first, second);
        return days >= (after.minDays() == null ? 0 : after.minDays())
                && (after.maxDays() == null || days <= after.maxDays());
    }

    private boolean keepsSeries(Stop stop, LocalDate date) {
        PlanInstance.Series own = stop.visit().series();
        List<Stop> mates = mates(stop);
        if (own == null || mates.isEmpty()) {
            return true;
        }
        List<LocalDate> dates = new ArrayList<>(mates.stream().map(Stop::date).toList());
        dates.add(date);
        return PlanConstraints.brokenGaps(own, dates) == 0;
    }

    /** The cheapest place in a day, given that nothing lasting stands against it. */
    Optional<Place> findPlace(Stop stop, StationDay day) {
        if (!hasRoom(stop, day)) {
            return Optional.empty();
        }
        int first = lowestPosition(stop, day);
        int last = highestPosition(stop, day);
        double before = agenda.cost(day);
        Place best = null;
        int spare = spareSeconds(day) - stop.visit().serviceSeconds();
        for (int position = first; position <= last; position++) {
            if (detour(stop, day, position) > spare) {
                continue;
            }
            Schedule schedule = imagine(stop, day, position);
            double extra = agenda.costs.of(day.station(), schedule) - before;
            if (Agenda.isPossible(day, schedule) && (best == null || extra < best.extraCost())) {
                best = new Place(day, position, schedule, extra);
            }
        }
        return Optional.ofNullable(best);
    }

    private static Schedule imagine(Stop stop, StationDay day, int position) {
        day.stops().add(position, stop);
        Schedule schedule = Schedule.of(day);
        day.stops().remove(position);
        return schedule;
    }

    private static boolean hasRoom(Stop stop, StationDay day) {
        Integer capacity = day.station().capacityPersons();
        return capacity == null || day.persons() + stop.visit().persons() <= capacity;
    }

    /** Whether the day would have seconds and places enough if another left it; says nothing of hours. */
    boolean couldFitWithout(Stop stop, StationDay day, Stop other) {
        Integer capacity = day.station().capacityPersons();
        int persons = day.persons() - other.visit().persons() + stop.visit().persons();
        return (capacity == null || persons <= capacity)
                && spareSeconds(day)
                                + other.visit().serviceSeconds()
                                + detourOf(day, day.stops().indexOf(other))
                        >= stop.visit().serviceSeconds();
    }

    /** Seconds driven for the stop at this position. */
    private static int detourOf(StationDay day, int position) {
        int before =
                position == 0 ? day.baseRow() : day.stops().get(position - 1).row();
        int at = day.stops().get(position).row();
        int after = position == day.stops().size() - 1
                ? day.baseRow()
                : day.stops().get(position + 1).row();
        Roads roads = day.roads();
        return roads.seconds(before, at) + roads.seconds(at, after) - roads.seconds(before, after);
    }

    /** Seconds of the day that neither driving nor service take; the times themselves are dear to work out. */
    private static int spareSeconds(StationDay day) {
        int length = day.station().workday().end() - day.station().workday().start();
        Integer most = day.station().maxSeconds();
        int spare = most == null ? length : Math.min(most, length);
        int at = day.baseRow();
        for (Stop other : day.stops()) {
            spare -= day.roads().seconds(at, other.row()) + other.visit().serviceSeconds();
            at = other.row();
        }
        return spare - day.roads().seconds(at, day.baseRow());
    }

    /** Seconds driven more with the stop at this position. */
    private static int detour(Stop stop, StationDay day, int position) {
        int before =
                position == 0 ? day.baseRow() : day.stops().get(position - 1).row();
        int after = position == day.stops().size()
                ? day.baseRow()
                : day.stops().get(position).row();
        Roads roads = day.roads();
        return roads.seconds(before, stop.row()) + roads.seconds(stop.row(), after) - roads.seconds(before, after);
    }

    /** On its predecessor's day a visit comes later in the round. */
    private int lowestPosition(Stop stop, StationDay day) {
        PlanInstance.After after = stop.visit().after();
        Stop first = after == null ? null : agenda.findStop(after.visit());
        return first == null ? 0 : day.stops().indexOf(first) + 1;
    }

    private int highestPosition(Stop stop, StationDay day) {
        int last = day.stops().size();
        for (Stop follower : followers(stop)) {
            int at = day.stops().indexOf(follower);
            last = at < 0 ? last : Math.min(last, at);
        }
        return last;
    }

    /** What stands against the visit on a day, others that day included; null where it fits. */
    @Nullable
    Obstacle findObstacle(Stop stop, StationDay day) {
        Obstacle lasting = findLasting(stop, day);
        if (lasting != null) {
            return lasting;
        }
        if (findPlace(stop, day).isPresent()) {
            return null;
        }
        Integer capacity = day.station().capacityPersons();
        if (capacity != null && day.persons() + stop.visit().persons() > capacity) {
            return Obstacle.CAPACITY_FULL;
        }
        return fitsAlone(stop, day) ? Obstacle.NO_TIME_LEFT : Obstacle.DAY_TOO_SHORT;
    }

    private boolean fitsAlone(Stop stop, StationDay day) {
        List<Stop> others = new ArrayList<>(day.stops());
        day.stops().clear();
        boolean fits = findPlace(stop, day).isPresent();
        day.stops().addAll(others);
        return fits;
    }
}
