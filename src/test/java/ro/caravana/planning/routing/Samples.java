package ro.caravana.planning.routing;

/** Instances made up for the tests, small enough to be solved by hand. */
final class Samples {
    private Samples() {}

    /**
     * Four customers on a cross, ten from the depot in the middle. One vehicle cannot carry more than two; north and east, south
     * and west are neighbours, but the hours of north and east exclude one another: 10 + √200 + 10 twice with the other pairing.
     */
    static final String SOLOMON = """
            CROSS

            VEHICLE
            NUMBER     CAPACITY
              3         20

            CUSTOMER
            CUST NO.  XCOORD.    YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

                0      0         0          0          0       100          0
                1      0        10         10          0        12          2
                2     10         0         10          0        12          2
                3      0       -10         10          0        90          2
                4    -10         0         10          0        90          2
            """;

    /**
     * Two days, one vehicle, four customers in a row east and west. Customer 1 wants both days, 2 to 4 one each. East and west
     * apart would be 40 + 40; customer 1 stands east, so the other day passes it anyway.
     */
    static final String PERIODIC = """
            1 1 4 2
            0 30
            0 30
            0 0 0 0 0 0 0
            1 5 0 0 10 2 1 3
            2 10 0 0 10 1 2 1 2
            3 -5 0 0 10 1 2 1 2
            4 -10 0 0 10 1 1 2
            """;

    /** Time for two of three: the two that are worth most lie apart, and only one of them can be had with the near one. */
    static final String ORIENTEERING = """
            4 1 3 1
            0 100
            0 0 0 0 0 0 0 0 50
            1 10 0 5 8 1 1 1 0 50
            2 20 0 5 10 1 1 1 0 50
            3 0 20 5 12 1 1 1 0 50
            """;

    /** Vehicle 1 may serve customers 2 and 3, vehicle 2 may serve 3 and 4. */
    static final String SITE_DEPENDENT = """
            NAME: tiny
            COMMENT: made up
            TYPE: SDVRPTW
            EDGE_WEIGHT_TYPE: EUC_2D
            DIMENSION: 4
            VEHICLES: 2
            VEHICLES_MAX_DURATION: 60
            NODE_COORD_SECTION
            1 0 0
            2 10 0
            3 10 10
            4 0 10
            DEMAND_SECTION
            1 0
            2 5
            3 5
            4 5
            SERVICE_TIME_SECTION
            1 0
            2 1
            3 1
            4 1
            TIME_WINDOW_SECTION
            1 0 100
            2 0 100
            3 50 100
            4 0 100
            CAPACITY_SECTION
            1 10
            2 10
            VEHICLES_ALLOWED_CLIENTS_SECTION
            1 2 3
            2 3 4
            EOF
            """;

    static RoutingInstance cross() {
        return RoutingFiles.read("CROSS.txt", SOLOMON);
    }

    static RoutingInstance periodic() {
        return RoutingFiles.read("p00", PERIODIC);
    }

    static RoutingInstance orienteering() {
        return RoutingFiles.read("o.txt", ORIENTEERING);
    }

    static RoutingInstance siteDependent() {
        return RoutingFiles.read("tiny.vrp", SITE_DEPENDENT);
    }
}
