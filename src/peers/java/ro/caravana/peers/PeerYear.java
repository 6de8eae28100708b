package ro.caravana.peers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** A county's year as routing libraries see one: station-days for vehicles, visits for customers, whole numbers. */
final class PeerYear {
    private final PlanInstance instance;
    private final PlanInstance.Travel travel;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Map<String, PlanInstance.Site> sites = new HashMap<>();
    private final List<PeerDay> days = new ArrayList<>();
    private final List<PeerVisit> visits = new ArrayList<>();

    PeerYear(PlanInstance instance) {
        this.instance = instance;
        this.travel = Objects.requireNonNull(instance.travel());
        travel.sites().forEach(site -> rows.put(site, rows.size()));
        instance.sites().forEach(site -> sites.put(site.id(), site));
        instance.stations().forEach(this::days);
        instance.visits().forEach(this::visit);
    }

    /** What neither library's model here can say, where the instance has it. */
    static Optional<String> obstacle(PlanInstance instance) {
        return instance.visits().stream()
                .filter(visit -> visit.series() != null && visit.series().maxGapDays() != null)
                .findFirst()
                .map(visit -> "a greatest gap between visits that are next to each other in time");
    }

    private void days(PlanInstance.Station station) {
        instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .filter(date -> !instance.closedDates().contains(date)
                        && !station.closedDates().contains(date))
                .map(date -> new PeerDay(days.size(), station, date, rows.get(station.base())))
                .filter(this::isOfUse)
                .forEach(days::add);
    }

    /** A day on which nobody is open, such as a Sunday, would be one more vehicle to try everywhere. */
    private boolean isOfUse(PeerDay day) {
        return instance.visits().stream().anyMatch(visit -> hours(visit, day).isPresent());
    }

    private Optional<PeerHours> hours(PlanInstance.Visit visit, PeerDay day) {
        return PeerHours.of(instance, visit, sites.get(visit.site()), day);
    }

    private void visit(PlanInstance.Visit visit) {
        PeerHours[] hours =
                days.stream().map(day -> hours(visit, day).orElse(null)).toArray(PeerHours[]::new);
        visits.add(new PeerVisit(visits.size(), visit, rows.get(visit.site()), hours));
    }

    List<PeerDay> days() {
        return days;
    }

    List<PeerVisit> visits() {
        return visits;
    }

    int drive(int fromRow, int toRow) {
        return travel.seconds()[fromRow][toRow];
    }

    /** Of a drive on the cost level, rounded. */
    long cost(PlanInstance.Station station, int fromRow, int toRow) {
        PlanInstance.Weights weights = instance.weights();
        double perKm = station.costPerKm() == null ? 0 : station.costPerKm();
        int metres = travel.metres()[fromRow][toRow];
        return Math.round(weights.of(PlanRule.TRAVEL_SECONDS) * drive(fromRow, toRow)
                + weights.of(PlanRule.DISTANCE) * metres
                + weights.of(PlanRule.KILOMETRE_COST) * perKm * metres / 1000);
    }

    long dayCost() {
        return Math.round(instance.weights().of(PlanRule.STATION_DAY));
    }

    /** What holding it brings on the value level. */
    double value(PeerVisit visit) {
        double owed = visit.isRequired() ? instance.weights().of(PlanRule.REQUIRED_LEFT_OUT) : 0;
        return visit.visit().value() + owed;
    }

    /** @param rounds by number of day */
    List<Plan.PlannedVisit> plan(List<List<PeerVisit>> rounds) {
        List<Plan.PlannedVisit> planned = new ArrayList<>();
        for (PeerDay day : days) {
            planned.addAll(new PeerRound(this, day, rounds.get(day.number())).times());
        }
        return planned;
    }
}
