package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import ro.caravana.planning.routing.RoutingInstance.Limits;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** Solomon's text files: a name, the fleet, then depot and customers, one a line. */
final class SolomonReader {
    private static final String FLEET = "the fleet: vehicles, capacity";
    private static final String CUSTOMER = "a customer: number x y demand ready due service";

    private SolomonReader() {}

    static RoutingInstance read(String name, InstanceText text) {
        text.next("the name");
        skipHeadings(text);
        double[] fleet = text.numbers(2, FLEET);
        int vehicles = text.whole(fleet[0], 1, 1000, "the number of vehicles");
        double capacity = text.notNegative(fleet[1], "the capacity");
        skipHeadings(text);
        Node depot = node(text);
        List<Node> customers = new ArrayList<>();
        while (text.hasNext()) {
            customers.add(node(text));
        }
        if (customers.isEmpty()) {
            throw text.fault("there is no customer");
        }
        List<Limits> limits = Collections.nCopies(vehicles, new Limits(capacity, Double.POSITIVE_INFINITY));
        return new RoutingInstance(name, Family.VRPTW, 1, vehicles, limits, depot, customers);
    }

    /** Headings are words; data begin with a digit or a sign. */
    private static void skipHeadings(InstanceText text) {
        while (text.hasNext() && Character.isLetter(text.peek()[0].charAt(0))) {
            text.next("a heading");
        }
    }

    private static Node node(InstanceText text) {
        double[] row = text.numbers(7, CUSTOMER);
        int number = text.whole(row[0], 0, Integer.MAX_VALUE, "a customer's number");
        if (row[4] > row[5]) {
            throw text.faultBefore("ready time is after due date");
        }
        return new Node(
                number,
                row[1],
                row[2],
                text.notNegative(row[6], "service time"),
                text.notNegative(row[3], "demand"),
                0,
                row[4],
                row[5],
                List.of(1));
    }
}
