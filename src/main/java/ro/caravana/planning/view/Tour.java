package ro.caravana.planning.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;

/**
 * One station's day out.
 *
 * @param stops in driving order, at least one
 * @param legs one per stop, from the stop before or the base, then the way back
 */
record Tour(LocalDate date, PlanInstance.Station station, List<Stop> stops, List<Drive> legs) {
    /** A visit with its place and its times. */
    record Stop(PlanInstance.Visit visit, PlanInstance.Site site, Plan.PlannedVisit times) {}

    /** Seconds and metres of one leg. */
    record Drive(int seconds, int metres) {}

    private record Key(LocalDate date, String station) {}

    /** All tours of a plan, by date, then station. */
    static List<Tour> listTours(InstanceIndex instance, Plan plan) {
        TreeMap<Key, List<Plan.PlannedVisit>> days =
                new TreeMap<>(Comparator.comparing(Key::date).thenComparing(Key::station));
        for (Plan.PlannedVisit visit : plan.visits()) {
            days.computeIfAbsent(new Key(visit.date(), visit.station()), key -> new ArrayList<>())
                    .add(visit);
        }
        List<Tour> tours = new ArrayList<>();
        days.forEach((key, visits) -> tours.add(tour(instance, key, visits)));
        return tours;
    }

    private static Tour tour(InstanceIndex instance, Key key, List<Plan.PlannedVisit> visits) {
        PlanInstance.Station station = instance.station(key.station());
        visits.sort(Comparator.comparingInt(Plan.PlannedVisit::start).thenComparingInt(Plan.PlannedVisit::end));
        List<Stop> stops = new ArrayList<>();
        List<Drive> legs = new ArrayList<>();
        String from = station.base();
        for (Plan.PlannedVisit times : visits) {
            PlanInstance.Visit visit = instance.visit(times.visit());
            stops.add(new Stop(visit, instance.siteOf(visit), times));
            legs.add(drive(instance, from, visit.site()));
            from = visit.site();
        }
        legs.add(drive(instance, from, station.base()));
        return new Tour(key.date(), station, List.copyOf(stops), List.copyOf(legs));
    }

    private static Drive drive(InstanceIndex instance, String from, String to) {
        return new Drive(instance.seconds(from, to), instance.metres(from, to));
    }

    /** Second of the day at which the station leaves its base. */
    int departure() {
        return stops.get(0).times().arrival() - legs.get(0).seconds();
    }

    /** Second of the day at which it is back. */
    int returnTime() {
        return stops.get(stops.size() - 1).times().end() + wayBack().seconds();
    }

    Drive wayBack() {
        return legs.get(legs.size() - 1);
    }

    int drivingSeconds() {
        return legs.stream().mapToInt(Drive::seconds).sum();
    }

    int metres() {
        return legs.stream().mapToInt(Drive::metres).sum();
    }
}
