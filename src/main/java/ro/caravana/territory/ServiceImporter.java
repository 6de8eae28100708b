package ro.caravana.territory;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;

/** Adds and replaces local services. Columns: {@code id}, {@code name}, {@code uat_siruta} or {@code uat}; optional {@code lat}, {@code lon}, {@code address}. */
@Component
class ServiceImporter extends TableImporter {
    /** As the register feed names its senders. */
    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,59}");

    ServiceImporter(TerritoryRegistry registry) {
        super(registry);
    }

    @Override
    public String kind() {
        return "services";
    }

    @Override
    Change begin(Table table, CountyData county) {
        table.require("id", "name");
        return new Services(county);
    }

    private static final class Services implements Change {
        private final CountyData county;
        private final PlaceMatcher matcher;
        private final Map<String, Office> offices = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();

        Services(CountyData county) {
            this.county = county;
            matcher = new PlaceMatcher(county.territory());
            county.territory().listOffices().forEach(office -> offices.put(office.id(), office));
        }

        @Override
        public void add(Row row) {
            Uat uat = uat(row, matcher, county.territory());
            String id = row.text("id");
            if (!ID.matcher(id).matches() || id.startsWith("OSC-")) {
                throw row.bad(
                        "id",
                        "must be capitals, digits and -, such as SPCLEP-TURDA; OSC- is kept for civil status offices");
            }
            String address = row.textOrEmpty("address", TerritoryRows.LONGEST_ADDRESS);
            Office service = new Office(
                    id,
                    Office.Kind.LOCAL_SERVICE,
                    row.text("name", TerritoryRows.LONGEST_NAME),
                    uat.siruta(),
                    row.findPosition().orElse(uat.position()),
                    address.isEmpty() ? uat.townHallAddress() : address);
            if (!seen.add(id)) {
                throw row.bad("id", "was used in an earlier row; every service stands once");
            }
            offices.put(id, service);
        }

        @Override
        public CountyData result() {
            Territory territory = county.territory();
            return county.withTerritory(new Territory(
                    territory.county(),
                    territory.listUats(),
                    territory.listLocalities(),
                    territory.listSites(),
                    offices.values()));
        }
    }
}
