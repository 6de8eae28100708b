package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One question asked of an instance.
 *
 * @param label {@code free} or {@code fixed} fleet, a number of vehicles, or empty
 */
public record Variant(String label, RoutingInstance instance) {
    private static final int MOST_ORIENTEERS = 4;

    /**
     * What the literature asks: least distance with the file's fleet and with the best known number of vehicles; most profit with
     * one to four vehicles; else the file as it stands.
     */
    public static List<Variant> usual(RoutingInstance instance, BestRouting best) {
        List<Variant> variants = new ArrayList<>();
        switch (instance.family()) {
            case VRPTW -> {
                variants.add(new Variant("free", instance));
                best.find(Family.VRPTW, instance.name(), "fixed")
                        .filter(known -> known.vehicles() > 0)
                        .ifPresent(
                                known -> variants.add(new Variant("fixed", instance.withVehicles(known.vehicles()))));
            }
            case TOPTW ->
                IntStream.rangeClosed(1, MOST_ORIENTEERS).forEach(count -> variants.add(ofVehicles(instance, count)));
            case PVRP, SDVRPTW -> variants.add(new Variant("", instance));
        }
        return variants;
    }

    /** With so many vehicles, all alike. */
    public static Variant ofVehicles(RoutingInstance instance, int count) {
        return new Variant(Integer.toString(count), instance.withVehicles(count));
    }
}
