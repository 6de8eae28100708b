package ro.caravana.planning.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.ScenarioOrder;

/** Writes a scenario's conditions into a planning problem. */
final class OtherConditions {
    private final ScenarioOrder order;
    private PlanInstance instance;

    private OtherConditions(ScenarioOrder order, PlanInstance instance) {
        this.order = order;
        this.instance = instance;
    }

    /** @throws PlanJobProblem.BadOrder where no station would work at all */
    static PlanInstance of(ScenarioOrder order, PlanInstance instance) {
        OtherConditions conditions = new OtherConditions(order, instance);
        order.stations().ifPresent(conditions::stations);
        order.capacityPersons().ifPresent(conditions::capacity);
        if (!order.weekdays().isEmpty()) {
            conditions.weekdays();
        }
        order.budgetDays().ifPresent(conditions::budget);
        order.weights().ifPresent(weights -> conditions.instance = conditions.instance.withWeights(weights));
        return conditions.instance;
    }

    private void stations(int count) {
        List<PlanInstance.Station> stations = new ArrayList<>(instance.stations()
                .subList(0, Math.min(count, instance.stations().size())));
        Set<String> taken = stations.stream().map(PlanInstance.Station::id).collect(Collectors.toSet());
        PlanInstance.Station first = stations.get(0);
        for (int number = 2; stations.size() < count; number++) {
            if (taken.add("station-" + number)) {
                stations.add(new PlanInstance.Station(
                        "station-" + number,
                        first.base(),
                        first.workday(),
                        first.maxSeconds(),
                        first.closedDates(),
                        first.costPerKm(),
                        first.capacityPersons()));
            }
        }
        instance = instance.withStations(stations);
    }

    private void capacity(int persons) {
        instance = instance.withStations(instance.stations().stream()
                .map(station -> with(station, station.closedDates(), persons))
                .toList());
    }

    private static PlanInstance.Station with(
            PlanInstance.Station station, List<LocalDate> closed, @Nullable Integer capacity) {
        return new PlanInstance.Station(
                station.id(),
                station.base(),
                station.workday(),
                station.maxSeconds(),
                closed,
                station.costPerKm(),
                capacity);
    }

    private List<LocalDate> horizon() {
        return instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .toList();
    }

    // ---- days of the week

    private void weekdays() {
        Set<DayOfWeek> before = new HashSet<>();
        instance.stations().forEach(station -> before.addAll(weekdaysOf(station)));
        Set<String> added = order.weekdays().stream()
                .filter(day -> !before.contains(day))
                .map(OtherConditions::wire)
                .collect(Collectors.toSet());
        instance = instance.withStations(instance.stations().stream()
                .map(station -> with(station, closed(station), station.capacityPersons()))
                .toList());
        instance = instance.withSites(instance.sites().stream()
                .map(site -> new PlanInstance.Site(
                        site.id(),
                        site.siruta(),
                        site.lat(),
                        site.lon(),
                        site.windows().stream()
                                .map(window -> opened(window, added))
                                .toList(),
                        site.closedDates()))
                .toList());
    }

    /** A weekday on which it never works is a free day; single closed days of other weekdays stay closed. */
    private Set<DayOfWeek> weekdaysOf(PlanInstance.Station station) {
        Set<LocalDate> closed = new HashSet<>(station.closedDates());
        return horizon().stream()
                .filter(date -> !closed.contains(date))
                .map(LocalDate::getDayOfWeek)
                .collect(Collectors.toSet());
    }

    private List<LocalDate> closed(PlanInstance.Station station) {
        Set<DayOfWeek> worked = weekdaysOf(station);
        Set<LocalDate> closed = new HashSet<>(station.closedDates());
        List<LocalDate> result = horizon().stream()
                .filter(date -> !order.weekdays().contains(date.getDayOfWeek())
                        || (closed.contains(date) && worked.contains(date.getDayOfWeek())))
                .toList();
        refuseUnlessSomeDay(result);
        return result;
    }

    private void refuseUnlessSomeDay(List<LocalDate> closed) {
        Set<LocalDate> idle = new HashSet<>(closed);
        idle.addAll(instance.closedDates());
        if (idle.containsAll(horizon())) {
            throw new PlanJobProblem.BadOrder(
                    "plan-station-without-working-days",
                    "weekdays",
                    "One of the stations has no working day between the first and the last day. Choose other days.");
        }
    }

    private static String wire(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static PlanInstance.Window opened(PlanInstance.Window window, Set<String> added) {
        return window.days().isEmpty()
                ? window
                : new PlanInstance.Window(
                        Stream.concat(window.days().stream(), added.stream().sorted())
                                .distinct()
                                .toList(),
                        window.dates(),
                        window.from(),
                        window.to());
    }

    // ---- budget

    private record StationDate(int station, LocalDate date) {}

    /** Which days fall away is decided beforehand and evenly: the format has no rule for a sum over the year. */
    private void budget(int most) {
        Set<LocalDate> holidays = new HashSet<>(instance.closedDates());
        List<StationDate> all = horizon().stream()
                .filter(date -> !holidays.contains(date))
                .flatMap(date -> java.util.stream.IntStream.range(
                                0, instance.stations().size())
                        .filter(station ->
                                !instance.stations().get(station).closedDates().contains(date))
                        .mapToObj(station -> new StationDate(station, date)))
                .toList();
        int drop = all.size() - most;
        Set<StationDate> dropped = new HashSet<>();
        for (int i = 0; i < drop; i++) {
            dropped.add(all.get((int) ((2L * i + 1) * all.size() / (2L * drop))));
        }
        List<PlanInstance.Station> stations = new ArrayList<>();
        for (int number = 0; number < instance.stations().size(); number++) {
            int station = number;
            List<LocalDate> closed = dropped.stream()
                    .filter(one -> one.station() == station)
                    .map(StationDate::date)
                    .toList();
            PlanInstance.Station changed = instance.stations().get(number).closedAlsoOn(closed);
            refuseUnlessSomeDay(changed.closedDates());
            stations.add(changed);
        }
        instance = instance.withStations(stations);
    }
}
