package ro.caravana.planning.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import ro.caravana.geo.Position;
import ro.caravana.need.Need;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Office;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;
import ro.caravana.travel.TravelMatrix;

/**
 * A county one can hold in one's head.
 *
 * <pre>
 *   base ── 1001 Town (has a local service)
 *     └──── 2001 Seat ── 2002 Hamlet        UAT 2000
 *     └──── 3001 Far                        UAT 3000
 * </pre>
 */
public final class SmallCounty {
    public static final int TOWN = 1001;
    public static final int SEAT = 2001;
    public static final int HAMLET = 2002;
    public static final int FAR = 3001;
    public static final LocalDate AS_OF = LocalDate.of(2026, 12, 31);

    private static final int SECONDS_APART = 1_800;
    private static final int METRES_APART = 25_000;

    private SmallCounty() {}

    public static Territory territory() {
        List<Locality> localities = List.of(
                locality(TOWN, "Town", 1000),
                locality(SEAT, "Seat", 2000),
                locality(HAMLET, "Hamlet", 2000),
                locality(FAR, "Far", 3000));
        List<Site> sites = new ArrayList<>();
        sites.add(new Site("base", Site.Kind.BASE, TOWN, 1000, "Directorate", at(TOWN), true));
        localities.forEach(locality -> sites.add(new Site(
                "s" + locality.siruta(),
                Site.Kind.VENUE,
                locality.siruta(),
                locality.uatSiruta(),
                "Școala " + locality.name(),
                locality.position(),
                true)));
        return new Territory(
                "Small",
                List.of(uat(1000, "TOWN", TOWN), uat(2000, "SEAT", SEAT), uat(3000, "FAR", FAR)),
                localities,
                sites,
                List.of(new Office("SPCLEP-TOWN", Office.Kind.LOCAL_SERVICE, "Service", 1000, at(TOWN), "1 Street")));
    }

    /** Half an hour and 25 km between any two sites. */
    public static TravelMatrix travel(List<Site> sites) {
        return travel(sites, SECONDS_APART);
    }

    public static TravelMatrix travel(List<Site> sites, int secondsApart) {
        int size = sites.size();
        int[][] seconds = new int[size][size];
        int[][] metres = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                seconds[from][to] = from == to ? 0 : secondsApart;
                metres[from][to] = from == to ? 0 : METRES_APART;
            }
        }
        return new TravelMatrix(sites.stream().map(Site::id).toList(), seconds, metres, new boolean[size]);
    }

    public static Need need(int siruta, CaseCategory category, double persons) {
        return new Need(siruta, Level.LOCALITY, category, persons, persons / 2, persons * 2, AS_OF, "test");
    }

    private static Locality locality(int siruta, String name, int uat) {
        return new Locality(siruta, name, uat, 23, at(siruta), "test", OptionalInt.of(500));
    }

    private static Uat uat(int siruta, String name, int seat) {
        return new Uat(siruta, name, Uat.Type.COMMUNE, seat, at(seat), 1_000, "1 Street", "");
    }

    private static Position at(int siruta) {
        return new Position(46 + siruta % 1000 / 1e3, 23 + siruta / 1e5);
    }
}
