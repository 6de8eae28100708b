package ro.caravana.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class MapFileTests {
    /** A square kilometre at the middle of the national grid, 46°N 25°E. */
    private static final String SQUARE =
            "[[[500000,500000],[501000,500000],[501000,501000],[500000,501000],[500000,500000]]]";

    private static final String DEGREES = "[[[25,46],[25.01,46],[25.01,46.01],[25,46.01],[25,46]]]";

    @TempDir
    Path folder;

    @Test
    void geoJsonWithoutAWordIsInDegrees() {
        MapFile map = read(geoJson("", DEGREES));
        assertThat(map.referenceSystem()).contains("WGS84");
        assertThat(map.guessed()).isFalse();
        assertThat(map.features().get(0).attributes())
                .containsEntry("siruta", "900100")
                .containsEntry("name", "Brădet");
        assertThat(map.features().get(0).geometry().getEnvelopeInternal().getMaxY())
                .isEqualTo(46.01);
    }

    @Test
    void stereo70IsGuessedFromItsRangeAndSaysSo() {
        MapFile map = read(geoJson("", SQUARE));
        assertThat(map.guessed()).isTrue();
        assertThat(map.referenceSystem()).contains("3844");
        assertNearTheMiddle(map);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:ogc:def:crs:EPSG::3844", "EPSG:31700"})
    void aDeclaredReferenceSystemIsBelieved(String name) {
        MapFile map =
                read(geoJson("\"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"" + name + "\"}},", SQUARE));
        assertThat(map.guessed()).isFalse();
        assertNearTheMiddle(map);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"FeatureCollection\", \"features\": [{\"type\": | The GeoJSON is broken after feature 0",
                "{\"type\": \"Topology\"} | not a GeoJSON feature collection",
                "{\"type\": \"FeatureCollection\", \"features\": []} | holds no features",
                "{\"features\": [{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[1,2],[3,4]]]}}]} | The geometry of feature 1 is broken",
                "{\"features\": [{\"geometry\": {\"type\": \"Polygon\", \"coordinates\": 7}}]} | The geometry of feature 1 is broken",
                "{\"features\": [{\"geometry\": {\"type\": \"Point\", \"coordinates\": [5e6, 5e6]}}]} | fit neither WGS84 nor Stereo70",
                "siruta;nume | neither GeoJSON, nor a zip",
            })
    void whatCannotBeReadSaysWhy(String content, String complaint) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(GeoProblem.class).hasMessageContaining(complaint);
    }

    @Test
    void aReferenceSystemNobodyKnowsIsRefused() {
        String crs = "\"crs\": {\"properties\": {\"name\": \"EPSG:999999\"}},";
        assertThatThrownBy(() -> read(geoJson(crs, SQUARE))).isInstanceOf(GeoProblem.ReferenceSystemUnknown.class);
    }

    @Test
    void degreesThatAreNoneAreRefused() {
        String crs = "\"crs\": {\"properties\": {\"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\"}},";
        assertThatThrownBy(() -> read(geoJson(crs, SQUARE))).isInstanceOf(GeoProblem.ReferenceSystemUnknown.class);
    }

    @Test
    void aGeoPackageNamesItsReferenceSystem() throws Exception {
        MapFile map = MapFile.read(geoPackage(3844));
        assertThat(map.guessed()).isFalse();
        assertThat(map.features().get(0).attributes())
                .containsEntry("natcode", "900100")
                .containsEntry("name", "Brădet");
        assertNearTheMiddle(map);
    }

    @Test
    void aGeoPackageWithoutAReferenceSystemIsGuessed() throws Exception {
        assertThat(MapFile.read(geoPackage(-1)).guessed()).isTrue();
    }

    @Test
    void aDamagedGeoPackageIsRefused() throws Exception {
        byte[] bytes = Files.readAllBytes(geoPackage(3844));
        java.util.Arrays.fill(bytes, 100, bytes.length, (byte) 7);
        Path file = Files.write(folder.resolve("damaged.gpkg"), bytes);
        assertThatThrownBy(() -> MapFile.read(file)).isInstanceOf(GeoProblem.MapFileUnreadable.class);
    }

    @Test
    void aShapefileIsReadWithItsEncodingAndProjection() throws IOException {
        Map<String, byte[]> parts =
                Shapefiles.square("siruta", "900100", "nume", "Brădet", Charset.forName("windows-1250"));
        parts.put("uat.prj", Shapefiles.STEREO70_PRJ.getBytes(StandardCharsets.US_ASCII));
        MapFile map = MapFile.read(zip(parts));
        assertThat(map.guessed()).isFalse();
        assertThat(map.referenceSystem()).contains("3844");
        assertThat(map.features().get(0).attributes())
                .containsEntry("siruta", "900100")
                .containsEntry("nume", "Brădet");
        assertNearTheMiddle(map);
    }

    @Test
    void aShapefileWithoutProjectionIsGuessed() throws IOException {
        MapFile map = MapFile.read(zip(Shapefiles.square("siruta", "1", "nume", "x", StandardCharsets.UTF_8)));
        assertThat(map.guessed()).isTrue();
        assertNearTheMiddle(map);
    }

    @Test
    void aShapefileLackingAPartIsRefused() throws IOException {
        Map<String, byte[]> parts = Shapefiles.square("siruta", "1", "nume", "x", StandardCharsets.UTF_8);
        parts.remove("uat.dbf");
        Path zip = zip(parts);
        assertThatThrownBy(() -> MapFile.read(zip)).hasMessageContaining("no .dbf file");
    }

    @Test
    void twoShapefilesInOneZipAreRefused() throws IOException {
        Map<String, byte[]> parts = Shapefiles.square("siruta", "1", "nume", "x", StandardCharsets.UTF_8);
        parts.put("other.shp", new byte[200]);
        Path zip = zip(parts);
        assertThatThrownBy(() -> MapFile.read(zip)).hasMessageContaining("several Shapefiles");
    }

    @Test
    void aCutShapefileIsRefused() throws IOException {
        Map<String, byte[]> parts = Shapefiles.square("siruta", "1", "nume", "x", StandardCharsets.UTF_8);
        parts.computeIfPresent("uat.shp", (name, bytes) -> java.util.Arrays.copyOf(bytes, bytes.length - 20));
        Path zip = zip(parts);
        assertThatThrownBy(() -> MapFile.read(zip)).hasMessageContaining("damaged or cut short at record 1");
    }

    @Test
    void aShapefileThatClaimsABillionPointsReservesNoMemoryForThem() throws IOException {
        Map<String, byte[]> parts = Shapefiles.square("siruta", "1", "nume", "x", StandardCharsets.UTF_8);
        parts.computeIfPresent("uat.shp", (name, bytes) -> {
            ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(100 + 8 + 40, 1_000_000_000);
            return bytes;
        });
        Path zip = zip(parts);
        assertThatThrownBy(() -> MapFile.read(zip)).isInstanceOf(GeoProblem.MapFileUnreadable.class);
    }

    @Test
    void aCutZipIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(zip(Shapefiles.square("siruta", "1", "nume", "x", StandardCharsets.UTF_8)));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> MapFile.read(cut)).isInstanceOf(GeoProblem.MapFileUnreadable.class);
    }

    private void assertNearTheMiddle(MapFile map) {
        Geometry shape = map.features().get(0).geometry();
        assertThat(shape.getCentroid().getX()).isBetween(25.0, 25.02);
        assertThat(shape.getCentroid().getY()).isBetween(46.0, 46.02);
    }

    private static String geoJson(String crs, String coordinates) {
        return "{\"type\": \"FeatureCollection\"," + crs
                + "\"features\": [{\"type\": \"Feature\", \"properties\": {\"siruta\": 900100, \"name\": \" Brădet\", \"none\": null},"
                + "\"geometry\": {\"type\": \"Polygon\", \"coordinates\": " + coordinates + "}}]}";
    }

    private MapFile read(String content) {
        try {
            return MapFile.read(Files.writeString(folder.resolve("map"), content));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Path zip(Map<String, byte[]> parts) throws IOException {
        Path file = folder.resolve("layer.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry("limite/" + part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path geoPackage(int srs) throws SQLException {
        Path file = folder.resolve("layer.gpkg");
        byte[] wkb = new org.locationtech.jts.io.WKBWriter().write(Shapefiles.SQUARE);
        ByteBuffer blob = ByteBuffer.allocate(8 + 32 + wkb.length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 0b0011).putInt(srs);
        blob.putDouble(500_000)
                .putDouble(501_000)
                .putDouble(500_000)
                .putDouble(501_000)
                .put(wkb);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            sql.execute("create table gpkg_contents (table_name text, data_type text)");
            sql.execute(
                    "create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer)");
            sql.execute("create table \"limite uat\" (fid integer primary key, geom blob, natcode text, name text)");
            sql.execute("insert into gpkg_contents values ('limite uat', 'features')");
            sql.execute("insert into gpkg_geometry_columns values ('limite uat', 'geom', 'POLYGON', " + srs + ")");
            try (var insert =
                    connection.prepareStatement("insert into \"limite uat\" values (1, ?, '900100', 'Brădet')")) {
                insert.setBytes(1, blob.array());
                insert.executeUpdate();
            }
        }
        return file;
    }
}
