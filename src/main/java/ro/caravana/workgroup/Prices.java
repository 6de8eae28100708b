package ro.caravana.workgroup;

/**
 * What things cost, in bani (a hundredth of a leu). The figures to start with are assumptions for a planner to replace; nobody has
 * published them.
 *
 * @param kilometre fuel for one kilometre
 * @param hour one regular hour of one team member
 * @param overtimeHour one hour more; the labour code (Legea 53/2003, art. 123) asks for at least 75% on top
 * @param cardFee of one identity card
 * @param teamPersons who go out with a station
 * @param regularMinutes of a day; what is more is overtime
 * @param feeSharePermille of those served, how many the county is expected to pay the fee for
 */
public record Prices(
        int kilometre,
        int hour,
        int overtimeHour,
        int cardFee,
        int teamPersons,
        int regularMinutes,
        int feeSharePermille) {
    public static final Prices ASSUMED = new Prices(100, 4_000, 7_000, 700, 3, 8 * 60, 100);
}
