package ro.caravana.workgroup;

/**
 * What days out come to, before prices. Raw.
 *
 * @param days station-days
 * @param daysWithoutTimes of these, days whose reports have no times that can be believed: their hours are missing
 * @param regularMinutes of one team member, within the regular day
 * @param overtimeMinutes of one team member, beyond it
 * @param served persons, at captures and bedsides; a handover serves nobody anew
 * @param fees cards whose fee the county pays
 */
public record Effort(
        int days,
        int daysWithoutTimes,
        long metres,
        long regularMinutes,
        long overtimeMinutes,
        long served,
        long fees) {
    public static final Effort NONE = new Effort(0, 0, 0, 0, 0, 0, 0);

    public Effort plus(Effort other) {
        return new Effort(
                days + other.days,
                daysWithoutTimes + other.daysWithoutTimes,
                metres + other.metres,
                regularMinutes + other.regularMinutes,
                overtimeMinutes + other.overtimeMinutes,
                served + other.served,
                fees + other.fees);
    }

    /** Bani on a line at these prices; nothing on {@link BudgetLine#OTHER}, which nobody drives or works. */
    public long cost(BudgetLine line, Prices prices) {
        return switch (line) {
            case FUEL -> Math.round(metres / 1_000.0 * prices.kilometre());
            case HOURS -> Math.round(regularMinutes / 60.0 * prices.teamPersons() * prices.hour());
            case OVERTIME -> Math.round(overtimeMinutes / 60.0 * prices.teamPersons() * prices.overtimeHour());
            case CARD_FEES -> fees * prices.cardFee();
            case OTHER -> 0;
        };
    }
}
