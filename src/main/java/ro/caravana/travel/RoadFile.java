package ro.caravana.travel;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An OpenStreetMap extract, looked at but not yet read.
 *
 * @param sha256 of the content, so that caches follow what is in the file, not its name or age
 */
record RoadFile(Path path, NetworkInfo info, String sha256) {
    /** A file whose root element has this generator is a drawing, not a survey. */
    static final String SCHEMATIC_GENERATOR = "Caravana schematic network";

    /** While reading, GraphHopper holds about this many bytes for each byte of a file of the kind. Measured, rounded up. */
    private static final long MEMORY_PER_PBF_BYTE = 8;

    private static final long MEMORY_PER_XML_BYTE = 2;
    private static final long MEGABYTE = 1 << 20;

    /** Looks at the first bytes and hashes the rest; refuses what GraphHopper would only stumble over later. */
    static RoadFile inspect(Path path, long heapBytes) {
        String name = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new TravelProblem.RoadFileMissing(name);
        }
        try {
            long bytes = Files.size(path);
            if (bytes == 0) {
                throw new TravelProblem.RoadFileUnreadable(name, "is empty.");
            }
            boolean pbf = isPbf(path);
            long needed = 200 * MEGABYTE + bytes * (pbf ? MEMORY_PER_PBF_BYTE : MEMORY_PER_XML_BYTE);
            if (bytes > 16 * MEGABYTE && needed > heapBytes) {
                throw new TravelProblem.RoadFileTooLarge(name, needed / MEGABYTE, heapBytes / MEGABYTE);
            }
            NetworkInfo info = pbf ? new NetworkInfo(name, false, lastModified(path)) : xmlHeader(path, name);
            return new RoadFile(path, info, sha256(path));
        } catch (IOException e) {
            throw new TravelProblem.RoadFileUnreadable(name, "cannot be read to its end.");
        }
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /** A PBF file starts with the length of a block header and, within it, the word OSMHeader. */
    private static boolean isPbf(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            byte[] start = in.readNBytes(64);
            return new String(start, StandardCharsets.ISO_8859_1).contains("OSMHeader");
        }
    }

    private static NetworkInfo xmlHeader(Path path, String name) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = open(path)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            if (!xml.getLocalName().equals("osm")) {
                throw new TravelProblem.RoadFileUnreadable(name, "is XML, but not of OpenStreetMap.");
            }
            String generator = xml.getAttributeValue(null, "generator");
            boolean schematic = generator != null && generator.startsWith(SCHEMATIC_GENERATOR);
            String ownName = xml.getAttributeValue(null, "name");
            LocalDate date = dateOf(xml.getAttributeValue(null, "timestamp"), path);
            return new NetworkInfo(ownName == null ? name : ownName, schematic, date);
        } catch (XMLStreamException e) {
            throw new TravelProblem.RoadFileUnreadable(name, "is neither PBF nor XML.");
        }
    }

    private static InputStream open(Path path) throws IOException {
        InputStream in = Files.newInputStream(path);
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private static LocalDate dateOf(@Nullable String timestamp, Path path) throws IOException {
        if (timestamp != null && timestamp.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            return LocalDate.parse(timestamp.substring(0, 10));
        }
        return lastModified(path);
    }

    private static LocalDate lastModified(Path path) throws IOException {
        return LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
    }

    private static String sha256(Path path) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
