package ro.caravana.planning.search;

/**
 * Simulated annealing with a temperature of its own for value and one for cost. Value comes first in the end, but a search
 * that never gives value away for a while is caught early: so value is hot at first and cold long before cost is.
 */
final class Cooling {
    private final Tuning tuning;
    private final double typicalCost;
    private final double typicalWorth;
    private double perCost;
    private double perWorth;
    private double worthOfFreeRoute;

    Cooling(Tuning tuning, double typicalCost, double typicalWorth) {
        this.tuning = tuning;
        this.typicalCost = typicalCost;
        this.typicalWorth = typicalWorth;
        at(0);
    }

    /** Sets the temperatures for a share of the budget that is spent. */
    void at(double share) {
        double spent = Math.min(1, share);
        perCost = 1 / (typicalCost * between(tuning.startTemperature(), tuning.endTemperature(), spent));
        perWorth = 1 / (typicalWorth * between(tuning.startWorthTemperature(), tuning.endWorthTemperature(), spent));
        worthOfFreeRoute = tuning.concentration() * typicalCost * (1 - spent);
    }

    /** What it is worth, in the unit of costs, that a route is free as a whole; nothing in the end, when only costs count. */
    double worthOfFreeRoute() {
        return worthOfFreeRoute;
    }

    private static double between(double start, double end, double share) {
        return start * Math.pow(end / start, share);
    }

    boolean accepts(double costRise, long worthRise, Random random) {
        return costRise * perCost - worthRise * perWorth <= -Math.log(random.unit());
    }
}
