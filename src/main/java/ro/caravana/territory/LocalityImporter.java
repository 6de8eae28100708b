package ro.caravana.territory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import ro.caravana.geo.Position;
import ro.caravana.geo.Projection;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;

/**
 * Adds localities and corrects known ones, by SIRUTA. Columns: {@code siruta}, and {@code name}, {@code uat_siruta} or {@code uat},
 * {@code lat}, {@code lon}, {@code siruta_type}, {@code population}; a known locality keeps what its row leaves empty.
 */
@Component
class LocalityImporter extends TableImporter {
    /** Villages may lie a little outside a generalised boundary; further out they belong to a neighbour. */
    private static final double OUTSIDE_METRES = 2_000;

    private static final int USUAL_SIRUTA_TYPE = 23;
    private static final String SOURCE = "import";

    LocalityImporter(TerritoryRegistry registry) {
        super(registry);
    }

    @Override
    public String kind() {
        return "localities";
    }

    @Override
    Change begin(Table table, CountyData county) {
        return new Localities(table.require("siruta"), county);
    }

    private static final class Localities implements Change {
        private final CountyData county;
        private final PlaceMatcher matcher;
        private final String populationColumn;
        private final Map<Integer, Locality> localities = new TreeMap<>();
        private final Set<Integer> seen = new HashSet<>();

        Localities(Table table, CountyData county) {
            this.county = county;
            matcher = new PlaceMatcher(county.territory());
            populationColumn = table.columns().stream()
                    .filter(column -> column.startsWith("population"))
                    .findFirst()
                    .orElse("population");
            county.territory().listLocalities().forEach(known -> localities.put(known.siruta(), known));
        }

        @Override
        public void add(Row row) {
            int siruta = row.siruta("siruta");
            if (seen.contains(siruta)) {
                throw row.bad("siruta", "was used in an earlier row; every SIRUTA code stands once");
            }
            if (county.territory().findUat(siruta).isPresent()) {
                throw row.bad("siruta", "is the code of a UAT, not of a locality");
            }
            Locality known = localities.get(siruta);
            Locality locality = known == null ? created(row, siruta) : corrected(row, known);
            checkInside(row, locality);
            seen.add(siruta);
            localities.put(siruta, locality);
        }

        private Locality created(Row row, int siruta) {
            return new Locality(
                    siruta,
                    row.text("name", TerritoryRows.LONGEST_PLACE_NAME),
                    uat(row, matcher, county.territory()).siruta(),
                    row.findCount("siruta_type").orElse(USUAL_SIRUTA_TYPE),
                    row.position(),
                    SOURCE,
                    row.findCount(populationColumn));
        }

        private Locality corrected(Row row, Locality known) {
            boolean saysUat = !row.textOrEmpty("uat_siruta").isEmpty()
                    || !row.textOrEmpty("uat").isEmpty();
            if (saysUat && uat(row, matcher, county.territory()).siruta() != known.uatSiruta()) {
                throw row.bad("uat_siruta", "is not the UAT this locality belongs to; mend the code of one of the two");
            }
            String name = row.textOrEmpty("name", TerritoryRows.LONGEST_PLACE_NAME);
            OptionalInt population = row.findCount(populationColumn);
            Position position = row.findPosition().orElse(known.position());
            return new Locality(
                    known.siruta(),
                    name.isEmpty() ? known.name() : name,
                    known.uatSiruta(),
                    row.findCount("siruta_type").orElse(known.sirutaType()),
                    position,
                    position.equals(known.position()) ? known.positionSource() : SOURCE,
                    population.isPresent() ? population : known.population());
        }

        private void checkInside(Row row, Locality locality) {
            Geometry uat = county.boundaries().byUat().get(locality.uatSiruta());
            boolean moved = row.findPosition().isPresent();
            if (moved
                    && uat != null
                    && !Projection.stereo70()
                            .toPlane(uat)
                            .isWithinDistance(BoundaryJoin.metres(locality.position()), OUTSIDE_METRES)) {
                throw row.bad("lat", "puts the locality over 2 km outside its UAT; check the position and the UAT");
            }
        }

        /** A locality's centre stays its default site only as long as nobody gave it a better one; it moves with the locality. */
        @Override
        public CountyData result() {
            Map<String, Site> sites = new LinkedHashMap<>();
            county.territory().listSites().forEach(site -> sites.put(site.id(), site));
            for (Locality locality : localities.values()) {
                Site site = sites.get("s" + locality.siruta());
                if (site == null || site.kind() == Site.Kind.LOCALITY_CENTRE) {
                    Site centre = DefaultSites.centre(locality);
                    sites.put(centre.id(), centre);
                }
            }
            Territory territory = county.territory();
            List<Site> all = new ArrayList<>(sites.values());
            return county.withTerritory(new Territory(
                    territory.county(), territory.listUats(), localities.values(), all, territory.listOffices()));
        }
    }
}
