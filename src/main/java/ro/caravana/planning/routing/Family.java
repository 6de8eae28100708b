package ro.caravana.planning.routing;

/** A family of public routing problems: what is asked for, and how its files measure length. */
public enum Family {
    /** Vehicle routing with time windows (Solomon 1987): everybody is served, least distance. Distances not rounded. */
    VRPTW(true),
    /** Periodic vehicle routing (Cordeau, Gendreau, Laporte 1997): every customer on one of its sets of days. Not rounded. */
    PVRP(true),
    /** Team orienteering with time windows (Montemanni, Gambardella 2009): most profit. Distances cut to one decimal. */
    TOPTW(false),
    /** Site-dependent vehicle routing with time windows in VRPLIB files: distances times 1000, rounded. */
    SDVRPTW(true);

    private final boolean allRequired;

    Family(boolean allRequired) {
        this.allRequired = allRequired;
    }

    /** Whether every customer must be served; else each is worth its profit. */
    public boolean allRequired() {
        return allRequired;
    }

    /** Length between two points, in the unit of the coordinates. */
    double length(double x1, double y1, double x2, double y2) {
        double straight = Math.hypot(x1 - x2, y1 - y2);
        return switch (this) {
            case VRPTW, PVRP -> straight;
            case TOPTW -> Math.floor(10 * straight + 1e-9) / 10;
            case SDVRPTW -> Math.rint(1000 * straight) / 1000;
        };
    }

    /** Whole numbers per unit of length that lose nothing, or as little as can be. */
    int scale() {
        return switch (this) {
            case VRPTW, PVRP -> 10_000;
            case TOPTW -> 10;
            case SDVRPTW -> 1000;
        };
    }

    /** Best known values of this family are in this many units per unit of length. */
    double reportedPerUnit() {
        return this == SDVRPTW ? 1000 : 1;
    }
}
