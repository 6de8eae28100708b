package ro.caravana.planning.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ro.caravana.geo.Position;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;

/** Made-up plans of captures in villages, one a day and station. */
public final class Villages {
    private Villages() {}

    /** A plan whose first visit is on that day, the next one a day later. */
    public static PlanView inARow(String plan, LocalDate first, int... villages) {
        List<StationDay> days = new ArrayList<>();
        for (int siruta : villages) {
            days.add(day(first.plusDays(days.size()), siruta));
        }
        return plan(plan, days);
    }

    public static PlanView plan(String plan, List<StationDay> days) {
        return new PlanView(Heads.queued(plan, Heads.NOON), List.of(), days, List.of());
    }

    /** A day with one visit, {@code v} and the village's code. */
    public static StationDay day(LocalDate date, int siruta) {
        return new StationDay(date, "station-1", "base", 30_000, 50_000, 2_000, 2_000, List.of(visit(siruta)), 1, 1);
    }

    private static PlannedVisit visit(int siruta) {
        return new PlannedVisit(
                "v" + siruta,
                "CAPTURE",
                siruta,
                siruta,
                "Satul",
                "Comuna",
                "site-" + siruta,
                "Primăria",
                new Position(46.8, 24.0),
                40,
                36_000,
                36_000,
                46_800,
                1_000,
                1_000);
    }
}
