package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** The year of an instance as OptaPlanner sees it. */
final class SolutionBuilder {
    private SolutionBuilder() {}

    /**
     * The year as a search has it.
     *
     * @param routes per station-day, the numbers of its visits in order
     */
    static PlanSolution build(PlanInstance instance, int[][] routes) {
        PlanSolution solution = build(instance);
        for (int route = 0; route < routes.length; route++) {
            for (int visit : routes[route]) {
                place(solution.stops().get(visit), solution.days().get(route));
            }
        }
        solution.overflow().stops().removeIf(Stop::isServed);
        solution.days().forEach(SolutionBuilder::schedule);
        return solution;
    }

    private static void place(Stop stop, StationDay day) {
        day.stops().add(stop);
        stop.setDay(day);
    }

    private static void schedule(StationDay day) {
        day.setSchedule(Schedule.of(day));
        for (int i = 0; day.isUsed() && i < day.stops().size(); i++) {
            day.stops().get(i).setTimes(day.schedule().times().get(i));
        }
    }

    /**
     * The empty year: every visit left out, every open station-day free. Station-days come in the order of date, then station: the
     * search numbers its routes alike.
     */
    static PlanSolution build(PlanInstance instance) {
        Roads roads = new Roads(Objects.requireNonNull(instance.travel(), "travel is filled before solving"));
        List<Stop> stops = stops(instance, roads);
        List<StationDay> days = days(instance, roads);
        List<StationDay> workdays = List.copyOf(days);
        StationDay overflow = new StationDay(days.size(), null, LocalDate.EPOCH, roads, 0);
        overflow.stops().addAll(stops);
        stops.forEach(stop -> stop.setDay(overflow));
        days.add(overflow);
        PlanInstance.Weights weights = instance.weights();
        return new PlanSolution(
                days,
                stops,
                new RuleWeights(weights),
                new Notice(instance.horizon().start().plusDays(instance.noticeDays())),
                new KilometrePrice(weights.of(PlanRule.KILOMETRE_COST)),
                Months.of(workdays));
    }

    private static List<Stop> stops(PlanInstance instance, Roads roads) {
        Map<String, SiteHours> hours = new HashMap<>();
        instance.sites().forEach(site -> hours.put(site.id(), new SiteHours(site)));
        List<Stop> stops = new ArrayList<>();
        for (PlanInstance.Visit visit : instance.visits()) {
            SiteHours open = Objects.requireNonNull(hours.get(visit.site()), "the instance was validated");
            stops.add(new Stop(stops.size(), visit, open, roads.row(visit.site())));
        }
        return stops;
    }

    private static List<StationDay> days(PlanInstance instance, Roads roads) {
        Set<LocalDate> holidays = new HashSet<>(instance.closedDates());
        Map<String, Set<LocalDate>> closures = new HashMap<>();
        instance.stations().forEach(station -> closures.put(station.id(), new HashSet<>(station.closedDates())));
        List<StationDay> days = new ArrayList<>();
        instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .filter(date -> !holidays.contains(date))
                .forEach(date -> instance.stations().stream()
                        .filter(station -> !Objects.requireNonNull(closures.get(station.id()))
                                .contains(date))
                        .forEach(station -> days.add(
                                new StationDay(days.size(), station, date, roads, roads.row(station.base())))));
        return days;
    }
}
