package ro.caravana.planning.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.geo.Position;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;
import ro.caravana.planning.VisitStates.Hours;
import ro.caravana.travel.Leg;

/** A planned day as it was agreed with others: without the visits that are called off, and each of the rest at its agreed hour. */
final class DayAsAgreed {
    /** The way between two places, as it is driven. */
    interface Roads {
        Leg leg(Position from, Position to);
    }

    private static final String BASE = "";

    private final Roads roads;

    DayAsAgreed(Roads roads) {
        this.roads = roads;
    }

    /**
     * @param base where the day starts and ends
     * @param off ids of the visits that are called off
     * @param agreed hours by the visits' ids; those of another day are not this day's
     * @return the same day where nothing of it changed; without visits where all are called off
     */
    StationDay of(StationDay day, Position base, Set<String> off, Map<String, Hours> agreed) {
        List<PlannedVisit> visits = day.visits().stream()
                .filter(visit -> !off.contains(visit.id()))
                .map(visit -> at(visit, day, agreed.get(visit.id())))
                .sorted(Comparator.comparingInt(PlannedVisit::start))
                .toList();
        return visits.equals(day.visits()) ? day : driven(day, visits, base);
    }

    private static PlannedVisit at(PlannedVisit visit, StationDay day, @Nullable Hours hours) {
        if (hours == null || !hours.date().equals(day.date()) || hours.start() == visit.start()) {
            return visit;
        }
        return copy(visit, hours.start(), hours.start(), hours.end(), visit.legSeconds(), visit.legMetres());
    }

    private StationDay driven(StationDay day, List<PlannedVisit> visits, Position base) {
        Map<String, String> before = new HashMap<>();
        String last = BASE;
        for (PlannedVisit visit : day.visits()) {
            before.put(visit.id(), last);
            last = visit.id();
        }
        List<PlannedVisit> tour = new ArrayList<>();
        String previous = BASE;
        Position from = base;
        for (PlannedVisit visit : visits) {
            boolean asPlanned = previous.equals(before.get(visit.id()));
            tour.add(asPlanned ? visit : reached(visit, roads.leg(from, visit.position()), tour.isEmpty()));
            previous = visit.id();
            from = visit.position();
        }
        return around(day, tour, way(day, from, base, previous.equals(last)));
    }

    /** A day's first place is reached when it opens. */
    private static PlannedVisit reached(PlannedVisit visit, Leg leg, boolean first) {
        return copy(
                visit,
                first ? visit.start() : visit.arrival(),
                visit.start(),
                visit.end(),
                leg.seconds(),
                leg.metres());
    }

    private static PlannedVisit copy(PlannedVisit visit, int arrival, int start, int end, int seconds, int metres) {
        return new PlannedVisit(
                visit.id(),
                visit.kind(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.siteId(),
                visit.siteName(),
                visit.position(),
                visit.persons(),
                arrival,
                start,
                end,
                seconds,
                metres);
    }

    /** Seconds and metres of the way back. */
    private int[] way(StationDay day, Position last, Position base, boolean asPlanned) {
        if (asPlanned) {
            return new int[] {day.returnSeconds(), day.returnMetres()};
        }
        Leg leg = roads.leg(last, base);
        return new int[] {leg.seconds(), leg.metres()};
    }

    private static StationDay around(StationDay day, List<PlannedVisit> visits, int[] way) {
        if (visits.isEmpty()) {
            return new StationDay(day.date(), day.station(), day.base(), 0, 0, 0, 0, visits, 0, 0);
        }
        PlannedVisit first = visits.get(0);
        PlannedVisit last = visits.get(visits.size() - 1);
        return new StationDay(
                day.date(),
                day.station(),
                day.base(),
                first.arrival() - first.legSeconds(),
                last.end() + way[0],
                visits.stream().mapToInt(PlannedVisit::legMetres).sum() + way[1],
                visits.stream().mapToInt(PlannedVisit::legSeconds).sum() + way[0],
                visits,
                way[0],
                way[1]);
    }
}
