package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.List;
import ro.caravana.planning.routing.RoutingInstance.Limits;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** Cordeau's text files, of which type 1 (periodic) and type 4 as used for team orienteering (profit for demand) are read. */
final class CordeauReader {
    private static final int PERIODIC = 1;
    private static final int WINDOWS = 4;
    private static final double NEVER = 1e5; // longer than any day of these families

    private final String name;
    private final InstanceText text;
    private int days = 1;
    private Family family = Family.PVRP;

    private CordeauReader(String name, InstanceText text) {
        this.name = name;
        this.text = text;
    }

    static RoutingInstance read(String name, InstanceText text) {
        return new CordeauReader(name, text).read();
    }

    private RoutingInstance read() {
        double[] head = text.numbers(4, "type, vehicles, customers, days");
        int type = text.whole(head[0], 0, 7, "the type");
        if (type != PERIODIC && type != WINDOWS) {
            throw text.faultBefore("only type 1 (periodic) and 4 (team orienteering with windows) are read");
        }
        family = type == PERIODIC ? Family.PVRP : Family.TOPTW;
        int vehicles = text.whole(head[1], 1, 1000, "the number of vehicles");
        int count = text.whole(head[2], 1, 10_000, "the number of customers");
        days = text.whole(head[3], 1, 30, "the number of days");
        List<Limits> limits = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            double[] row = text.numbers(2, "a day: longest duration, capacity");
            double longest = text.notNegative(row[0], "the longest duration");
            Limits each = new Limits(
                    family == Family.TOPTW ? Double.POSITIVE_INFINITY : text.notNegative(row[1], "the capacity"),
                    longest == 0 ? Double.POSITIVE_INFINITY : longest);
            for (int vehicle = 0; vehicle < vehicles; vehicle++) {
                limits.add(each);
            }
        }
        Node depot = depot();
        List<Node> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(customer());
        }
        return new RoutingInstance(name, family, days, vehicles, limits, depot, customers);
    }

    private Node depot() {
        double[] row = text.numbers(family == Family.TOPTW ? 9 : 5, "the depot");
        boolean hasHours = family == Family.TOPTW;
        double open = hasHours ? row[row.length - 2] : 0;
        double close = hasHours ? row[row.length - 1] : NEVER;
        return new Node((int) row[0], row[1], row[2], 0, 0, 0, open, close, List.of());
    }

    private Node customer() {
        double[] row = text.numbers(7, "a customer: number x y service demand frequency combinations …");
        int frequency = text.whole(row[5], 1, days, "the frequency");
        int combinations = text.whole(row[6], 1, 1 << 20, "the number of combinations");
        boolean hasHours = family == Family.TOPTW;
        if (row.length < 7 + combinations + (hasHours ? 2 : 0)) {
            throw text.faultBefore("holds fewer combinations" + (hasHours ? " and hours" : "") + " than it announces");
        }
        List<Integer> choices = new ArrayList<>();
        for (int i = 0; i < combinations; i++) {
            int pattern = text.whole(row[7 + i], 1, (1 << days) - 1, "a combination of days");
            if (Integer.bitCount(pattern) != frequency) {
                throw text.faultBefore("has a combination with another number of days than the frequency");
            }
            choices.add(Integer.reverse(pattern) >>> (Integer.SIZE - days)); // the highest bit is the first day
        }
        double service = text.notNegative(row[3], "service time");
        double amount = text.notNegative(row[4], hasHours ? "profit" : "demand");
        double open = hasHours ? row[7 + combinations] : 0;
        double close = hasHours ? row[8 + combinations] : NEVER;
        if (open > close) {
            throw text.faultBefore("opens after it closes");
        }
        return new Node(
                (int) row[0],
                row[1],
                row[2],
                service,
                hasHours ? 0 : amount,
                hasHours ? amount : 0,
                open,
                close,
                choices);
    }
}
