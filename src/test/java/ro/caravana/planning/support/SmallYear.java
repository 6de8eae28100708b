package ro.caravana.planning.support;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.Station;
import ro.caravana.planning.derive.Holidays;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.planning.derive.PlanningDefaults;
import ro.caravana.statistics.CaseCategory;

/** The small county's year as a planning problem. */
public final class SmallYear {
    private static final Station STATION = new Station(
            "station-1",
            "Station 1",
            "base",
            28_800,
            59_400,
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            60);

    private SmallYear() {}

    public static PlanInstance instance() {
        return new InstanceDerivation(PlanningDefaults.STANDARD, new Holidays("ro"))
                .derive(
                        new InstanceDerivation.Question(
                                LocalDate.of(2027, 1, 1),
                                LocalDate.of(2027, 12, 31),
                                LocalDate.of(2026, 11, 22),
                                List.of(STATION),
                                SmallCounty.territory(),
                                List.of(
                                        SmallCounty.need(SmallCounty.SEAT, CaseCategory.NO_ID, 120),
                                        SmallCounty.need(SmallCounty.HAMLET, CaseCategory.EXPIRED_ID, 4),
                                        SmallCounty.need(SmallCounty.FAR, CaseCategory.NON_TRANSPORTABLE, 20))),
                        SmallCounty::travel);
    }
}
