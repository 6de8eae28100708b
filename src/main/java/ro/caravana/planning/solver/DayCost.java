package ro.caravana.planning.solver;

import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** What a station's day costs, in the unit of the weights. */
record DayCost(double perSecond, double perMetre, double perDay, double kilometreWeight, double perSecondOver) {
    static DayCost of(PlanInstance.Weights weights) {
        return new DayCost(
                weights.of(PlanRule.TRAVEL_SECONDS),
                weights.of(PlanRule.DISTANCE),
                weights.of(PlanRule.STATION_DAY),
                weights.of(PlanRule.KILOMETRE_COST),
                weights.of(PlanRule.OVERTIME));
    }

    /** Of a day with such times; the schedule without stops is a day at home. */
    double of(PlanInstance.Station station, Schedule schedule) {
        if (schedule.times().isEmpty()) {
            return 0;
        }
        double perKilometre = station.costPerKm() == null ? 0 : station.costPerKm() * kilometreWeight;
        int over = Math.max(0, schedule.duration() - PlanRule.NORMAL_DAY_SECONDS);
        return perDay
                + perSecondOver * over
                + perSecond * schedule.drivingSeconds()
                + (perMetre + perKilometre / 1000) * schedule.metres();
    }
}
