package ro.caravana.territory;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;

/**
 * Adds and replaces places where the station can stop. Columns: {@code name}, {@code lat}, {@code lon}, {@code locality_siruta} or
 * {@code locality} with {@code uat}; optional {@code id}, {@code kind}, {@code wheelchair}, and {@code default} (yes: from now on the
 * locality's default site).
 */
@Component
class SiteImporter extends TableImporter {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,59}");
    private static final Pattern DEFAULT_ID = Pattern.compile("s\\d+");
    private static final double FAR_METRES = 10_000;

    SiteImporter(TerritoryRegistry registry) {
        super(registry);
    }

    @Override
    public String kind() {
        return "sites";
    }

    @Override
    Change begin(Table table, CountyData county) {
        table.require("name", "lat", "lon");
        return new Sites(county);
    }

    private static final class Sites implements Change {
        private final CountyData county;
        private final PlaceMatcher matcher;
        private final Map<String, Site> sites = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();

        Sites(CountyData county) {
            this.county = county;
            matcher = new PlaceMatcher(county.territory());
            county.territory().listSites().forEach(site -> sites.put(site.id(), site));
        }

        @Override
        public void add(Row row) {
            Locality locality = locality(row, matcher, county.territory());
            String id = id(row, locality);
            if (row.position().metresTo(locality.position()) > FAR_METRES) {
                throw row.bad("lat", "puts the site over 10 km from its locality; check the position and the locality");
            }
            Site site = new Site(
                    id,
                    siteKind(row, id),
                    locality.siruta(),
                    locality.uatSiruta(),
                    row.text("name", TerritoryRows.LONGEST_NAME),
                    row.position(),
                    row.yes("wheelchair"));
            if (!seen.add(id)) {
                throw row.bad("id", "was used in an earlier row; every site stands once");
            }
            sites.put(id, site);
        }

        private String id(Row row, Locality locality) {
            String defaultId = "s" + locality.siruta();
            if (row.yes("default")) {
                return defaultId;
            }
            String id = row.textOrEmpty("id");
            if (id.isEmpty()) {
                return freeId(locality);
            }
            if (!ID.matcher(id).matches()) {
                throw row.bad("id", "may hold letters, digits, - and _, 60 at most");
            }
            if (DEFAULT_ID.matcher(id).matches() && !id.equals(defaultId)) {
                throw row.bad("id", "is kept for the default site of another locality");
            }
            return id;
        }

        private String freeId(Locality locality) {
            int number = 1;
            while (sites.containsKey("p" + locality.siruta() + "-" + number)) {
                number++;
            }
            return "p" + locality.siruta() + "-" + number;
        }

        private static Site.Kind siteKind(Row row, String id) {
            String kind = row.textOrEmpty("kind").toUpperCase(Locale.ROOT);
            Site.Kind parsed;
            try {
                parsed = kind.isEmpty() ? Site.Kind.VENUE : Site.Kind.valueOf(kind);
            } catch (IllegalArgumentException unknown) {
                throw row.bad(
                        "kind",
                        "must be one of "
                                + Arrays.stream(Site.Kind.values())
                                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")));
            }
            if ((parsed == Site.Kind.BASE) != id.equals("base")) {
                throw row.bad("kind", "base is the kind of the one site with the id base");
            }
            return parsed;
        }

        @Override
        public CountyData result() {
            Territory territory = county.territory();
            return county.withTerritory(new Territory(
                    territory.county(),
                    territory.listUats(),
                    territory.listLocalities(),
                    sites.values(),
                    territory.listOffices()));
        }
    }
}
