package ro.caravana.geo.read;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sqlite.SQLiteConfig;
import ro.caravana.geo.GeoProblem;
import ro.caravana.geo.Projection;
import ro.caravana.geo.read.RawLayer.RawFeature;

/** Reads the first feature table of a GeoPackage (OGC 12-128r19): an SQLite file whose geometry is WKB behind a header. */
public final class GeoPackage {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Bytes of the header's bounding box by its indicator (clause 2.1.3.1.1): none, xy, xyz, xym, xyzm. */
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private static final String LAYERS = """
            select g.table_name, g.column_name, g.srs_id
            from gpkg_geometry_columns g join gpkg_contents c on c.table_name = g.table_name
            where c.data_type = 'features'
            order by case when g.geometry_type_name in ('POLYGON', 'MULTIPOLYGON') then 0 else 1 end, g.table_name
            """;

    private GeoPackage() {}

    private record Layer(String table, String geometryColumn, int srs) {}

    public static RawLayer read(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
                Statement statement = connection.createStatement()) {
            Layer layer = layer(statement);
            return new RawLayer(features(statement, layer), projection(layer.srs()));
        } catch (SQLException | RuntimeException broken) {
            if (broken instanceof GeoProblem problem) {
                throw problem;
            }
            throw new GeoProblem.MapFileUnreadable(
                    "The GeoPackage is damaged or has no table of features; export the layer again.");
        }
    }

    private static Layer layer(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(LAYERS)) {
            if (!rows.next()) {
                throw new GeoProblem.MapFileUnreadable(
                        "The GeoPackage has no table of features; export the layer again.");
            }
            return new Layer(rows.getString(1), rows.getString(2), rows.getInt(3));
        }
    }

    private static List<RawFeature> features(Statement statement, Layer layer) throws SQLException {
        List<RawFeature> features = new ArrayList<>();
        String query = "select * from \"" + layer.table().replace("\"", "\"\"") + '"';
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                long number = features.size() + 1L;
                byte[] blob = rows.getBytes(layer.geometryColumn());
                features.add(new RawFeature(
                        number,
                        attributes(rows, layer.geometryColumn()),
                        geometry(blob == null ? new byte[0] : blob, number)));
            }
        }
        return features;
    }

    private static Map<String, String> attributes(ResultSet row, String geometryColumn) throws SQLException {
        Map<String, String> attributes = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            String value = name.equalsIgnoreCase(geometryColumn) ? null : row.getString(i);
            if (value != null) {
                attributes.put(name, value.strip());
            }
        }
        return attributes;
    }

    private static Geometry geometry(byte[] blob, long number) {
        if (blob.length == 0) {
            return GEOMETRIES.createPolygon();
        }
        try {
            boolean header = blob.length >= 8 && blob[0] == 'G' && blob[1] == 'P';
            int envelope = header ? ENVELOPE_BYTES[(blob[3] >> 1) & 7] : 0;
            return new WKBReader(GEOMETRIES).read(Arrays.copyOfRange(blob, 8 + envelope, blob.length));
        } catch (ParseException | RuntimeException broken) {
            // Bytes of strangers: the reader may run over any end.
            throw new GeoProblem.MapFileUnreadable("The geometry of feature " + number
                    + " is broken or of a kind that is not read (curves); export the layer as simple polygons.");
        }
    }

    /** 0 and −1 mean "undefined" (clause 1.1.2.1.2). */
    private static Optional<Projection> projection(int srs) {
        if (srs <= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Projection.of(srs));
        } catch (IllegalArgumentException unknown) {
            throw new GeoProblem.ReferenceSystemUnknown(
                    "The GeoPackage's reference system is not in the EPSG register; export as WGS84 or Stereo70 (EPSG:3844).");
        }
    }
}
