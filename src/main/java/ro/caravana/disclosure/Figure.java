package ro.caravana.disclosure;

/** A raw figure on its way through the gate, persons. A count is a figure whose interval is the count itself. */
record Figure(double mean, double low, double high) {
    Figure {
        if (!isPersons(mean) || !isPersons(low) || !isPersons(high)) {
            throw new IllegalArgumentException("persons must be finite and not negative");
        }
    }

    static Figure of(long count) {
        return new Figure(count, count, count);
    }

    private static boolean isPersons(double value) {
        return Double.isFinite(value) && value >= 0;
    }
}
