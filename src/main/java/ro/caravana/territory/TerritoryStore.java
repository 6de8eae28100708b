package ro.caravana.territory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ro.caravana.geo.Position;

/** The county in the database. Callers bring the transaction. */
@Component
class TerritoryStore {
    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final JdbcOperations batches;
    private final CalendarStore calendar;

    TerritoryStore(JdbcOperations operations) {
        sql = JdbcClient.create(operations);
        batches = operations;
        calendar = new CalendarStore(sql);
    }

    /** Grows with every change; empty before the first load. */
    OptionalLong findRevision() {
        Optional<Long> revision = sql.sql("select revision from territory_county")
                .query(Long.class)
                .optional();
        return revision.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** The revision, held until the transaction ends, so that two processes change the county one after the other. */
    long lockRevision() {
        return sql.sql("select revision from territory_county where id = 1 for update")
                .query(Long.class)
                .single();
    }

    CountyData read() {
        Territory territory = new Territory(
                sql.sql("select name from territory_county").query(String.class).single(),
                readUats(),
                readLocalities(),
                readSites(),
                readOffices());
        return new CountyData(territory, readBoundaries(), calendar.read());
    }

    /** Replaces whatever is there. */
    void write(CountyData county, long revision) {
        calendar.clear();
        for (String table : List.of(
                "territory_boundary", "territory_office", "territory_site", "territory_locality", "territory_uat")) {
            sql.sql("delete from " + table).update();
        }
        writeCounty(county, revision);
        writeUats(county.territory().listUats());
        writeLocalities(county.territory().listLocalities());
        writeSites(county.territory().listSites());
        writeOffices(county.territory().listOffices());
        writeShapes(county.boundaries().byUat());
        calendar.write(county.calendar());
    }

    /** Changed in place: who waits for {@link #lockRevision} would not find a row that replaces the one it waited for. */
    private void writeCounty(CountyData county, long revision) {
        Boundaries boundaries = county.boundaries();
        List<Object> values = List.of(
                county.territory().county(),
                revision,
                boundaries.source(),
                boundaries.date(),
                boundaries.generalised());
        int changed = sql.sql("""
                        update territory_county
                        set name = ?, revision = ?, boundary_source = ?, boundary_date = ?, boundary_is_drawn = ?
                        where id = 1
                        """).params(values).update();
        if (changed == 0) {
            sql.sql("""
                            insert into territory_county
                                (name, revision, boundary_source, boundary_date, boundary_is_drawn, id)
                            values (?, ?, ?, ?, ?, 1)
                            """).params(values).update();
        }
    }

    private void writeUats(List<Uat> uats) {
        insert(
                """
                insert into territory_uat
                    (siruta, name, type, seat_siruta, lat, lon, population, town_hall_address, service)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                uats,
                (row, uat) -> set(
                        row,
                        uat.siruta(),
                        uat.name(),
                        uat.type().name(),
                        uat.seatSiruta(),
                        uat.position().lat(),
                        uat.position().lon(),
                        uat.population(),
                        uat.townHallAddress(),
                        uat.service()));
    }

    private void writeLocalities(List<Locality> localities) {
        insert(
                """
                insert into territory_locality
                    (siruta, name, uat_siruta, siruta_type, lat, lon, position_source, population)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                localities,
                (row, locality) -> set(
                        row,
                        locality.siruta(),
                        locality.name(),
                        locality.uatSiruta(),
                        locality.sirutaType(),
                        locality.position().lat(),
                        locality.position().lon(),
                        locality.positionSource(),
                        locality.population().isPresent()
                                ? locality.population().getAsInt()
                                : null));
    }

    private void writeSites(List<Site> sites) {
        String statement = """
                insert into territory_site
                    (id, ordinal, kind, locality_siruta, uat_siruta, name, lat, lon, wheelchair)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        insert(statement, numbered(sites), (row, entry) -> {
            Site site = entry.value();
            set(
                    row,
                    site.id(),
                    entry.ordinal(),
                    site.kind().name(),
                    site.localitySiruta(),
                    site.uatSiruta(),
                    site.name(),
                    site.position().lat(),
                    site.position().lon(),
                    site.wheelchair());
        });
    }

    private void writeOffices(List<Office> offices) {
        String statement = """
                insert into territory_office (id, ordinal, kind, name, uat_siruta, lat, lon, address)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        insert(statement, numbered(offices), (row, entry) -> {
            Office office = entry.value();
            set(
                    row,
                    office.id(),
                    entry.ordinal(),
                    office.kind().name(),
                    office.name(),
                    office.uatSiruta(),
                    office.position().lat(),
                    office.position().lon(),
                    office.address());
        });
    }

    private void writeShapes(Map<Integer, Geometry> shapes) {
        WKBWriter wkb = new WKBWriter();
        insert(
                "insert into territory_boundary (uat_siruta, geom) values (?, ST_GeomFromWKB(?, 4326))",
                shapes.entrySet(),
                (row, shape) -> set(row, shape.getKey(), wkb.write(shape.getValue())));
    }

    private <T> void insert(String statement, Collection<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
        batches.batchUpdate(statement, rows, BATCH, setter);
    }

    private static void set(PreparedStatement row, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private record Numbered<T>(int ordinal, T value) {}

    private static <T> List<Numbered<T>> numbered(List<T> values) {
        List<Numbered<T>> numbered = new ArrayList<>();
        values.forEach(value -> numbered.add(new Numbered<>(numbered.size(), value)));
        return numbered;
    }

    private List<Uat> readUats() {
        return sql.sql("select * from territory_uat order by siruta")
                .query((row, number) -> new Uat(
                        row.getInt("siruta"),
                        row.getString("name"),
                        Uat.Type.valueOf(row.getString("type")),
                        row.getInt("seat_siruta"),
                        position(row),
                        row.getInt("population"),
                        row.getString("town_hall_address"),
                        row.getString("service")))
                .list();
    }

    private List<Locality> readLocalities() {
        return sql.sql("select * from territory_locality order by siruta")
                .query((row, number) -> new Locality(
                        row.getInt("siruta"),
                        row.getString("name"),
                        row.getInt("uat_siruta"),
                        row.getInt("siruta_type"),
                        position(row),
                        row.getString("position_source"),
                        population(row)))
                .list();
    }

    private List<Site> readSites() {
        return sql.sql("select * from territory_site order by ordinal")
                .query((row, number) -> new Site(
                        row.getString("id"),
                        Site.Kind.valueOf(row.getString("kind")),
                        row.getInt("locality_siruta"),
                        row.getInt("uat_siruta"),
                        row.getString("name"),
                        position(row),
                        row.getBoolean("wheelchair")))
                .list();
    }

    private List<Office> readOffices() {
        return sql.sql("select * from territory_office order by ordinal")
                .query((row, number) -> new Office(
                        row.getString("id"),
                        Office.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getInt("uat_siruta"),
                        position(row),
                        row.getString("address")))
                .list();
    }

    private Boundaries readBoundaries() {
        Map<Integer, Geometry> shapes = new LinkedHashMap<>();
        sql.sql("select uat_siruta, ST_AsBinary(geom) as wkb from territory_boundary order by uat_siruta")
                .query(row -> {
                    shapes.put(row.getInt("uat_siruta"), geometry(row.getBytes("wkb")));
                });
        return sql.sql("select boundary_source, boundary_date, boundary_is_drawn from territory_county")
                .query((row, number) -> new Boundaries(
                        shapes,
                        row.getBoolean("boundary_is_drawn"),
                        row.getString("boundary_source"),
                        row.getObject("boundary_date", LocalDate.class)))
                .single();
    }

    private static Geometry geometry(byte[] wkb) throws SQLException {
        try {
            Geometry geometry = new WKBReader().read(wkb);
            geometry.setSRID(4326);
            return geometry;
        } catch (ParseException broken) {
            throw new SQLException("a stored boundary is not well-known binary", broken);
        }
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getDouble("lat"), row.getDouble("lon"));
    }

    private static OptionalInt population(ResultSet row) throws SQLException {
        int population = row.getInt("population");
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(population);
    }
}
