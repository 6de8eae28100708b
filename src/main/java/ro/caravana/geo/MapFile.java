package ro.caravana.geo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import ro.caravana.geo.read.GeoJsonFile;
import ro.caravana.geo.read.GeoPackage;
import ro.caravana.geo.read.RawLayer;
import ro.caravana.geo.read.RawLayer.RawFeature;
import ro.caravana.geo.read.ShapefileZip;

/**
 * A file of features: GeoJSON, a zipped Shapefile or a GeoPackage, told apart by content, not by name.
 *
 * @param referenceSystem what the coordinates were taken for, in words for people
 * @param guessed true where the file does not say so itself
 */
public record MapFile(List<MapFeature> features, String referenceSystem, boolean guessed) {
    /** Where Romania lies in Stereo70, with room: eastings, then northings. */
    private static final Envelope STEREO70_METRES = new Envelope(50_000, 950_000, 150_000, 850_000);

    public MapFile {
        features = List.copyOf(features);
    }

    /** @throws GeoProblem saying what is wrong and how to mend it */
    public static MapFile read(Path file) {
        try {
            return inLonLat(readRaw(file));
        } catch (IOException unreadable) {
            throw new GeoProblem.MapFileUnreadable(
                    "The file breaks off or is damaged; export it again, best as GeoPackage or GeoJSON.");
        }
    }

    private static RawLayer readRaw(Path file) throws IOException {
        byte[] start = start(file);
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            return ShapefileZip.read(file);
        }
        if (new String(start, StandardCharsets.ISO_8859_1).startsWith("SQLite format 3")) {
            return GeoPackage.read(file);
        }
        String text =
                new String(start, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        if (text.startsWith("{")) {
            return GeoJsonFile.read(file);
        }
        throw new GeoProblem.MapFileUnreadable(
                "The file is neither GeoJSON, nor a zip with a Shapefile, nor a GeoPackage; export it as one of these.");
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(64);
        }
    }

    private static MapFile inLonLat(RawLayer raw) {
        if (raw.features().isEmpty()) {
            throw new GeoProblem.MapFileUnreadable("The file holds no features; export the layer again.");
        }
        boolean declared = raw.declared().isPresent();
        Projection projection = raw.declared().orElseGet(() -> guess(raw));
        Envelope extent = raw.extent();
        if (projection.epsg() == Projection.WGS84 && !Projection.DEGREES.contains(extent)) {
            throw new GeoProblem.ReferenceSystemUnknown(
                    "The file says its coordinates are degrees, but they are not; set the layer's reference system and export again.");
        }
        List<MapFeature> features = new ArrayList<>();
        for (RawFeature feature : raw.features()) {
            features.add(new MapFeature(feature.number(), feature.attributes(), toLonLat(feature, projection)));
        }
        return new MapFile(features, projection.name(), !declared);
    }

    private static Geometry toLonLat(RawFeature feature, Projection projection) {
        try {
            return projection.epsg() == Projection.WGS84 ? feature.geometry() : projection.toLonLat(feature.geometry());
        } catch (IllegalArgumentException outside) {
            throw new GeoProblem.ReferenceSystemUnknown(
                    "Feature " + feature.number()
                            + " lies where its reference system is not defined; set the layer's reference system and export again.");
        }
    }

    /** Only where the file says nothing: degrees look like degrees, and Stereo70 coordinates like nothing else in Romania. */
    private static Projection guess(RawLayer raw) {
        if (Projection.DEGREES.contains(raw.extent())) {
            return Projection.of(Projection.WGS84);
        }
        if (STEREO70_METRES.contains(raw.extent())) {
            return Projection.stereo70();
        }
        throw new GeoProblem.ReferenceSystemUnknown(
                "The file does not name its reference system and its coordinates fit neither WGS84 nor Stereo70; "
                        + "set the layer's reference system and export again.");
    }

    /** The value of the first of these attributes that a feature has; names are compared without case and underscores. */
    public static String attribute(Map<String, String> attributes, List<String> names) {
        for (String name : names) {
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                if (plain(attribute.getKey()).equals(plain(name))) {
                    return attribute.getValue();
                }
            }
        }
        return "";
    }

    private static String plain(String name) {
        return name.replace("_", "").replace(" ", "").toLowerCase(java.util.Locale.ROOT);
    }
}
