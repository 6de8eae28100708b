package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.Slot;

/**
 * A plan that is changed one visit at a time. It shares the search's stops, days and times, so that a day changed here has the
 * very times the solver would give it. Not thread-safe.
 */
final class Agenda {
    final PlanInstance instance;
    final PlanSolution solution;
    final DayCost costs;
    private final LocalDate firstFreeDay;
    private final Map<String, Stop> stops = new HashMap<>();
    private final Map<String, StationDay> days = new HashMap<>();
    private final Set<StationDay> closed = new HashSet<>();

    /**
     * The empty year.
     *
     * @param notBefore earlier days take no visit that is not agreed
     */
    Agenda(PlanInstance instance, LocalDate notBefore) {
        this.instance = instance;
        this.solution = SolutionBuilder.build(instance);
        this.costs = DayCost.of(instance.weights());
        LocalDate notice = instance.horizon().start().plusDays(instance.noticeDays());
        this.firstFreeDay = notBefore.isAfter(notice) ? notBefore : notice;
        solution.stops().forEach(stop -> stops.put(stop.id(), stop));
        workdays().forEach(day -> days.put(key(day.station().id(), day.date()), day));
    }

    /** The plan as it stands; an agreed visit where it was agreed. Nothing is judged. */
    static Agenda of(PlanInstance instance, Plan plan, LocalDate notBefore) {
        Agenda agenda = new Agenda(instance, notBefore);
        inOrder(plan).forEach(planned -> {
            Stop stop = agenda.stops.get(planned.visit());
            StationDay day = agenda.findDay(planned.station(), planned.date());
            if (stop != null && day != null && !stop.isServed()) {
                agenda.insert(stop, day, day.stops().size());
            }
        });
        return agenda;
    }

    /** A plan's visits by date and start. */
    static List<Plan.PlannedVisit> inOrder(Plan plan) {
        return plan.visits().stream()
                .sorted(Comparator.comparing(Plan.PlannedVisit::date).thenComparing(Plan.PlannedVisit::start))
                .toList();
    }

    private static String key(String station, LocalDate date) {
        return date + " " + station;
    }

    @Nullable
    Stop findStop(String visit) {
        return stops.get(visit);
    }

    @Nullable
    StationDay findDay(String station, LocalDate date) {
        return days.get(key(station, date));
    }

    /** Every day on which a station works, in the order of date, then station. */
    List<StationDay> workdays() {
        return solution.days().subList(0, solution.days().size() - 1);
    }

    /** No further visit goes into this day; who is there already stays. */
    void close(StationDay day) {
        closed.add(day);
    }

    boolean isClosed(StationDay day) {
        return closed.contains(day);
    }

    /** First day on which a visit that is not agreed may be held. */
    LocalDate firstFreeDay() {
        return firstFreeDay;
    }

    // ---- changing

    void insert(Stop stop, StationDay day, int position) {
        leave(stop);
        day.stops().add(position, stop);
        stop.setDay(day);
        refresh(day);
    }

    void insert(Stop stop, Place place) {
        insert(stop, place.day(), place.position());
    }

    /** Takes a visit out of its day, among those left out. */
    void remove(Stop stop) {
        leave(stop);
        solution.overflow().stops().add(stop);
        stop.setDay(solution.overflow());
        stop.setTimes(null);
    }

    /** What some days hold, to be put back. */
    Map<StationDay, List<Stop>> snapshot(List<StationDay> some) {
        Map<StationDay, List<Stop>> held = new LinkedHashMap<>();
        some.forEach(day -> held.put(day, List.copyOf(day.stops())));
        return held;
    }

    /** Gives days another content; who stood there and stands nowhere now is left out. */
    void arrange(Map<StationDay, List<Stop>> contents) {
        for (StationDay day : contents.keySet()) {
            List.copyOf(day.stops()).forEach(stop -> {
                solution.overflow().stops().add(stop);
                stop.setDay(solution.overflow());
                stop.setTimes(null);
            });
            day.stops().clear();
        }
        contents.forEach((day, held) -> {
            solution.overflow().stops().removeAll(held);
            held.forEach(stop -> stop.setDay(day));
            day.stops().addAll(held);
            refresh(day);
        });
    }

    private static void leave(Stop stop) {
        StationDay day = stop.day();
        if (day != null) {
            day.stops().remove(stop);
            stop.setDay(null);
            if (!day.isOverflow()) {
                refresh(day);
            }
        }
    }

    private static void refresh(StationDay day) {
        day.setSchedule(Schedule.of(day));
        for (int i = 0; i < day.stops().size(); i++) {
            day.stops().get(i).setTimes(day.schedule().times().get(i));
        }
    }

    // ---- asking

    /** Empty where it is left out. */
    static Optional<Slot> slot(Stop stop) {
        StationDay day = stop.day();
        if (day == null || day.isOverflow()) {
            return Optional.empty();
        }
        StopTimes times = stop.times();
        return Optional.of(new Slot(day.station().id(), day.date(), times.arrival(), times.start(), times.end()));
    }

    /** Whether a day keeps its times, its length and its capacity. */
    static boolean isPossible(StationDay day) {
        return !day.isUsed()
                || (isPossible(day, day.schedule())
                        && (day.station().capacityPersons() == null
                                || day.persons() <= day.station().capacityPersons()));
    }

    static boolean isPossible(StationDay day, Schedule schedule) {
        Integer most = day.station().maxSeconds();
        return schedule.fits() && (most == null || schedule.duration() <= most);
    }

    double cost(StationDay day) {
        return costs.of(day.station(), day.schedule());
    }

    /** The plan as a document, judged by the constraints. */
    Plan write(Plan before) {
        return AgendaWriter.write(this, before);
    }
}
