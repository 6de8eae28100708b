package ro.caravana.planning.solver;

/** The weight of what stations cost per kilometre. */
record KilometrePrice(double weight) {
    /** What a day's kilometres weigh, in thousandths: metres times price per kilometre is already in thousandths. */
    long thousandths(StationDay day) {
        Double perKm = day.station().costPerKm();
        return perKm == null ? 0 : Math.round(day.schedule().metres() * perKm * weight);
    }
}
