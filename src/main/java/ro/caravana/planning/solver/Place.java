package ro.caravana.planning.solver;

/**
 * Where a visit could go: a station-day, how many stops come before it, and the times the day would then have.
 *
 * @param extraCost of the day, in the unit of the weights
 */
record Place(StationDay day, int position, Schedule schedule, double extraCost) {
    StopTimes times() {
        return schedule.times().get(position);
    }
}
