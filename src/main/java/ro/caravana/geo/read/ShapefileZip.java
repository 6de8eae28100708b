package ro.caravana.geo.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.h2gis.functions.io.shp.internal.SHPDriver;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import ro.caravana.geo.GeoProblem;
import ro.caravana.geo.Projection;
import ro.caravana.geo.read.RawLayer.RawFeature;

/** Reads a zip that holds one Shapefile (.shp, .shx, .dbf and, if there, .prj and .cpg). Nothing is unpacked under a name the zip chose. */
public final class ShapefileZip {
    /** Enough for every UAT of the country in full detail, too little to fill a disk. */
    static final long LARGEST_UNPACKED_BYTES = 500L * 1024 * 1024;

    private static final int MOST_ENTRIES = 1_000;
    private static final List<String> PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private ShapefileZip() {}

    public static RawLayer read(Path zip) throws IOException {
        return read(zip, LARGEST_UNPACKED_BYTES);
    }

    static RawLayer read(Path zip, long largestUnpackedBytes) throws IOException {
        Path folder = Files.createTempDirectory("caravana-shapefile-");
        try {
            unpack(zip, folder, largestUnpackedBytes);
            return readUnpacked(folder);
        } catch (ZipException | IllegalArgumentException broken) {
            throw new GeoProblem.MapFileUnreadable("The zip is damaged or cut short; pack the Shapefile again.");
        } finally {
            for (String part : PARTS) {
                Files.deleteIfExists(folder.resolve("layer." + part));
            }
            Files.deleteIfExists(folder);
        }
    }

    private static void unpack(Path zip, Path folder, long largestUnpackedBytes) throws IOException {
        long room = largestUnpackedBytes;
        Map<String, String> found = new HashMap<>();
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            if (packed.size() > MOST_ENTRIES) {
                throw new GeoProblem.MapFileTooLarge("The zip holds over 1000 files; pack one Shapefile alone.");
            }
            for (ZipEntry entry : java.util.Collections.list(packed.entries())) {
                String extension = extension(entry.getName());
                if (entry.isDirectory()
                        || !PARTS.contains(extension)
                        || entry.getName().contains("__MACOSX")) {
                    continue;
                }
                if (found.put(extension, entry.getName()) != null) {
                    throw new GeoProblem.MapFileUnreadable("The zip holds several Shapefiles; pack one alone.");
                }
                try (InputStream in = packed.getInputStream(entry)) {
                    room -= copy(in, folder.resolve("layer." + extension), room);
                }
            }
        }
        for (String needed : List.of("shp", "shx", "dbf")) {
            if (!found.containsKey(needed)) {
                throw new GeoProblem.MapFileUnreadable("The zip holds no ." + needed
                        + " file; pack .shp, .shx, .dbf and .prj of one Shapefile together.");
            }
        }
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Counts what really comes out: the sizes a zip declares may lie. */
    private static long copy(InputStream from, Path to, long room) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try (var out = Files.newOutputStream(to)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                total += read;
                if (total > room) {
                    throw new GeoProblem.MapFileTooLarge(
                            "The zip unpacks to more than is taken; simplify the layer or send only this county's part.");
                }
                out.write(buffer, 0, read);
            }
        }
        return total;
    }

    private static RawLayer readUnpacked(Path folder) throws IOException {
        ShapeRecords.check(folder.resolve("layer.shp"));
        SHPDriver driver = new SHPDriver();
        try {
            driver.initDriverFromFile(folder.resolve("layer.shp").toFile(), encoding(folder));
            return new RawLayer(features(driver), projection(folder.resolve("layer.prj")));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof GeoProblem problem) {
                throw problem;
            }
            throw new GeoProblem.MapFileUnreadable("The Shapefile is damaged or cut short; export it again.");
        } finally {
            driver.close();
        }
    }

    /** Without a .cpg, the encoding GIS programs in Romania wrote by default. */
    private static String encoding(Path folder) throws IOException {
        Path cpg = folder.resolve("layer.cpg");
        String name = Files.exists(cpg)
                ? Files.readString(cpg, StandardCharsets.ISO_8859_1).strip()
                : "";
        if (name.matches("\\d{3,5}")) {
            name = "windows-" + name;
        }
        return !name.isEmpty() && Charset.isSupported(name) ? name : "windows-1250";
    }

    private static List<RawFeature> features(SHPDriver driver) throws IOException {
        List<RawFeature> features = new ArrayList<>();
        int fields = driver.getDbaseFileHeader().getNumFields();
        for (long row = 0; row < driver.getRowCount(); row++) {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (int field = 0; field < fields; field++) {
                // The driver counts the geometry as field 0.
                Value value = driver.getField(row, field + 1);
                if (value != null && value != ValueNull.INSTANCE) {
                    attributes.put(driver.getDbaseFileHeader().getFieldName(field), text(value));
                }
            }
            features.add(new RawFeature(row + 1, attributes, geometry(driver.getField(row, 0), row + 1)));
        }
        return features;
    }

    /** SIRUTA codes often come as floating-point numbers. */
    private static String text(Value value) {
        String text = String.valueOf(value.getString()).strip();
        return text.matches("-?\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : text;
    }

    private static Geometry geometry(Value value, long number) {
        if (value == null || value == ValueNull.INSTANCE) {
            return GEOMETRIES.createPolygon();
        }
        try {
            return new WKBReader(GEOMETRIES).read(value.getBytes());
        } catch (ParseException broken) {
            throw new GeoProblem.MapFileUnreadable(
                    "The geometry of feature " + number + " is broken; export the layer again.");
        }
    }

    private static Optional<Projection> projection(Path prj) throws IOException {
        if (!Files.exists(prj)) {
            return Optional.empty();
        }
        String wkt = Files.readString(prj, StandardCharsets.ISO_8859_1).strip();
        return wkt.isEmpty() ? Optional.empty() : Optional.of(Projection.ofWkt(wkt));
    }
}
