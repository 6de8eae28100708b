package ro.caravana.territory;

import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import ro.caravana.territory.table.BadCell;
import ro.caravana.territory.table.Row;

/** What a row of each table means; the same for the county folder and for imports. All throw {@link BadCell}. */
final class TerritoryRows {
    /** Village, the commonest type. */
    private static final int USUAL_SIRUTA_TYPE = 23;

    /** As the database has room. */
    static final int LONGEST_PLACE_NAME = 100;

    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 300;
    static final int LONGEST_ID = 60;

    private TerritoryRows() {}

    static Uat.Type uatType(Row row) {
        try {
            return Uat.Type.valueOf(row.text("type").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw row.bad("type", "must be municipality, town or commune");
        }
    }

    static Locality locality(Row row, String populationColumn) {
        return new Locality(
                row.siruta("siruta"),
                row.text("name", LONGEST_PLACE_NAME),
                row.siruta("uat_siruta"),
                row.findCount("siruta_type").orElse(USUAL_SIRUTA_TYPE),
                row.position(),
                row.textOrEmpty("position_source", LONGEST_PLACE_NAME),
                row.findCount(populationColumn));
    }

    /** A local service; without a position or an address it is at its town hall. */
    static Office localService(Row row, IntFunction<@Nullable Uat> uats) {
        Uat uat = uats.apply(row.count("uat_siruta"));
        if (uat == null) {
            throw row.bad("uat_siruta", "is not the code of a UAT of this county");
        }
        String address = row.textOrEmpty("address", LONGEST_ADDRESS);
        return new Office(
                row.text("id", LONGEST_ID),
                Office.Kind.LOCAL_SERVICE,
                row.text("name", LONGEST_NAME),
                uat.siruta(),
                row.findPosition().orElse(uat.position()),
                address.isEmpty() ? uat.townHallAddress() : address);
    }
}
