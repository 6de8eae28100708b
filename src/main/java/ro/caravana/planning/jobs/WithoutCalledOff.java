package ro.caravana.planning.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ro.caravana.geo.Position;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;
import ro.caravana.travel.Leg;

/** What is left of a day when some of its visits are called off: nobody drives to them, whoever is still expected keeps the hour. */
final class WithoutCalledOff {
    /** The way between two places, as it is driven. */
    interface Roads {
        Leg leg(Position from, Position to);
    }

    private final Roads roads;

    WithoutCalledOff(Roads roads) {
        this.roads = roads;
    }

    /**
     * @param base where the day starts and ends
     * @param off ids of the visits that are called off
     * @return the same day where none of them is its own; without visits where all are
     */
    StationDay left(StationDay day, Position base, Set<String> off) {
        List<PlannedVisit> visits = new ArrayList<>();
        Position from = base;
        boolean skipped = false;
        for (PlannedVisit visit : day.visits()) {
            if (off.contains(visit.id())) {
                skipped = true;
                continue;
            }
            visits.add(skipped ? reached(visit, roads.leg(from, visit.position()), visits.isEmpty()) : visit);
            from = visit.position();
            skipped = false;
        }
        return visits.size() == day.visits().size() ? day : around(day, visits, way(day, from, base, skipped));
    }

    private static PlannedVisit reached(PlannedVisit visit, Leg leg, boolean first) {
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
                first ? visit.start() : visit.arrival(), // a day's first place is reached when it opens
                visit.start(),
                visit.end(),
                leg.seconds(),
                leg.metres());
    }

    /** Seconds and metres of the way back. */
    private int[] way(StationDay day, Position last, Position base, boolean skipped) {
        if (!skipped) {
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
