package ro.caravana.planning.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** The rules of a station's day, and what the day costs. */
final class DayCheck {
    private final PlanInstance instance;
    private final PlanInstance.Travel travel;
    private final Findings findings;
    private final Map<String, Integer> row = new HashMap<>();
    private final Map<String, List<Held>> days = new TreeMap<>();

    DayCheck(PlanInstance instance, List<Held> all, Findings findings) {
        this.instance = instance;
        this.travel = Objects.requireNonNull(instance.travel(), "travel is filled before checking");
        this.findings = findings;
        for (String site : travel.sites()) {
            row.put(site, row.size());
        }
        for (Held held : all) {
            days.computeIfAbsent(held.date() + " " + held.station().id(), key -> new ArrayList<>())
                    .add(held);
        }
    }

    void run() {
        days.forEach((name, visits) -> {
            visits.sort(Comparator.comparingInt((Held held) -> held.entry().start())
                    .thenComparingInt(held -> held.entry().end()));
            day(name, visits);
        });
    }

    private void day(String name, List<Held> visits) {
        PlanInstance.Station station = visits.get(0).station();
        int base = rowOf(station.base());
        int at = base;
        long driven = 0;
        long metres = 0;
        int freeAt = Integer.MIN_VALUE; // when the station can leave the place where it stands
        for (Held held : visits) {
            int here = rowOf(held.site().id());
            onePlace(held, freeAt, travel.seconds()[at][here]);
            driven += travel.seconds()[at][here];
            metres += travel.metres()[at][here];
            freeAt = held.entry().end();
            at = here;
        }
        driven += travel.seconds()[at][base];
        metres += travel.metres()[at][base];
        int left = visits.get(0).entry().arrival()
                - travel.seconds()[base][rowOf(visits.get(0).site().id())];
        int back = freeAt + travel.seconds()[at][base];
        limits(name, station, left, back);
        capacity(name, station, visits);
        overtime(back - left);
        costs(station, driven, metres);
    }

    private int rowOf(String site) {
        return Objects.requireNonNull(row.get(site), "the instance was validated");
    }

    private void onePlace(Held held, int freeAt, int drive) {
        if (freeAt != Integer.MIN_VALUE && held.entry().arrival() < freeAt + drive) {
            findings.broken(
                    PlanRule.ONE_PLACE,
                    held.id(),
                    "Arrives at " + Clock.of(held.entry().arrival()) + ", cannot be there before "
                            + Clock.of(freeAt + drive) + ".");
        } else if (held.entry().start() < held.entry().arrival()) {
            findings.broken(PlanRule.ONE_PLACE, held.id(), "Starts before it arrives.");
        }
    }

    private void limits(String name, PlanInstance.Station station, int left, int back) {
        if (left < station.workday().start()) {
            findings.broken(
                    PlanRule.WORKDAY,
                    name,
                    "Leaves its base at " + Clock.of(left) + ", may leave at "
                            + Clock.of(station.workday().start()) + ".");
        } else if (back > station.workday().end()) {
            findings.broken(
                    PlanRule.WORKDAY,
                    name,
                    "Is back at " + Clock.of(back) + ", must be back by "
                            + Clock.of(station.workday().end()) + ".");
        }
        if (station.maxSeconds() != null && back - left > station.maxSeconds()) {
            findings.broken(
                    PlanRule.MAX_DURATION,
                    name,
                    "Is out for " + (back - left) + " s, at most " + station.maxSeconds() + " s.");
        }
    }

    private void capacity(String name, PlanInstance.Station station, List<Held> visits) {
        long persons = visits.stream().mapToLong(held -> held.visit().persons()).sum();
        if (station.capacityPersons() != null && persons > station.capacityPersons()) {
            findings.broken(
                    PlanRule.CAPACITY,
                    name,
                    "Expects " + persons + " persons, can receive " + station.capacityPersons() + ".");
        }
    }

    private void overtime(int away) {
        if (away > PlanRule.NORMAL_DAY_SECONDS) {
            findings.counts(
                    PlanRule.OVERTIME,
                    0
                            - (away - PlanRule.NORMAL_DAY_SECONDS)
                                    * instance.weights().of(PlanRule.OVERTIME));
        }
    }

    private void costs(PlanInstance.Station station, long driven, long metres) {
        PlanInstance.Weights weights = instance.weights();
        findings.counts(PlanRule.TRAVEL_SECONDS, 0 - driven * weights.of(PlanRule.TRAVEL_SECONDS));
        findings.counts(PlanRule.DISTANCE, 0 - metres * weights.of(PlanRule.DISTANCE));
        findings.counts(PlanRule.STATION_DAY, 0 - weights.of(PlanRule.STATION_DAY));
        if (station.costPerKm() != null) {
            double spent = metres / 1000.0 * station.costPerKm();
            findings.counts(PlanRule.KILOMETRE_COST, 0 - spent * weights.of(PlanRule.KILOMETRE_COST));
        }
    }
}
