package ro.caravana.documents.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook's parts again under one given moment. The library stamps the present one, so that the same document twice would be
 * two different files, and nobody could tell whether anything changed.
 */
final class StableZip {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

    private StableZip() {}

    static byte[] repack(byte[] workbook, Instant moment) {
        try {
            // by way of a file: the library writes entries that can only be read from the directory at the end
            Path file = Files.createTempFile("caravana-workbook-", ".xlsx");
            try {
                Files.write(file, workbook);
                return repack(file, moment);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] repack(Path file, Instant moment) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(file.toFile());
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
                out.putNextEntry(copy);
                byte[] part = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals(PROPERTIES) ? dated(part, moment) : part);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] dated(byte[] properties, Instant moment) {
        String xml = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(xml).replaceAll("$1" + moment + "$2").getBytes(StandardCharsets.UTF_8);
    }
}
