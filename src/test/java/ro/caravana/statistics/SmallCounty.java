package ro.caravana.statistics;

import java.util.List;
import java.util.OptionalInt;
import ro.caravana.geo.Position;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * A made-up county for tests: the town Râul Mare (codes 100, 101), the commune Șoimeni (200; villages Șoimeni 201, Lunca 202) and
 * the commune Poiana (300; villages Poiana 301, Lunca 302).
 */
public final class SmallCounty {
    private static final Position SOMEWHERE = new Position(46.5, 23.5);

    private SmallCounty() {}

    public static Territory territory() {
        return new Territory(
                "Munte",
                List.of(
                        uat(100, "Râul Mare", Uat.Type.TOWN, 101, 9_000),
                        uat(200, "Șoimeni", Uat.Type.COMMUNE, 201, 1_500),
                        uat(300, "Poiana", Uat.Type.COMMUNE, 301, 1_000)),
                List.of(
                        locality(101, "Râul Mare", 100, 9_500),
                        locality(201, "Șoimeni", 200, 1_000),
                        locality(202, "Lunca", 200, 500),
                        locality(301, "Poiana", 300, 900),
                        locality(302, "Lunca", 300, 100)),
                List.of(),
                List.of());
    }

    /** The same places in a county whose tables count nobody: populations are optional there. */
    public static Territory uncounted() {
        Territory counted = territory();
        return new Territory(
                counted.county(),
                counted.listUats().stream()
                        .map(uat -> uat(uat.siruta(), uat.name(), uat.type(), uat.seatSiruta(), 0))
                        .toList(),
                counted.listLocalities().stream()
                        .map(place -> new Locality(
                                place.siruta(),
                                place.name(),
                                place.uatSiruta(),
                                22,
                                SOMEWHERE,
                                "made up",
                                OptionalInt.empty()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Uat uat(int siruta, String name, Uat.Type type, int seat, int population) {
        return new Uat(siruta, name, type, seat, SOMEWHERE, population, "", "");
    }

    private static Locality locality(int siruta, String name, int uat, int population) {
        return new Locality(siruta, name, uat, 22, SOMEWHERE, "made up", OptionalInt.of(population));
    }
}
