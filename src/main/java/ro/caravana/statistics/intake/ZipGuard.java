package ro.caravana.statistics.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import ro.caravana.statistics.StatisticsProblem;

/**
 * Unpacks a workbook once into nothing before anybody parses it, counting what really comes out: the sizes a zip file states
 * about itself can lie.
 */
final class ZipGuard {
    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 1L << 30;
    /** The reader keeps these in memory. */
    private static final long MOST_SHARED_STRINGS_BYTES = 96L << 20;

    private static final long FREE_BYTES = 20L << 20;
    /** Sheets of repeated figures shrink to about a fortieth; nothing honest goes beyond this. */
    private static final long MOST_RATIO = 200;

    private static final int PROLOGUE_BYTES = 1024;

    private ZipGuard() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw new StatisticsProblem.ZipBomb();
            }
            long total = 0;
            byte[] buffer = new byte[1 << 16];
            for (ZipEntry part : Collections.list(zip.entries())) {
                total += inflate(zip, part, MOST_BYTES - total, buffer);
            }
        } catch (StatisticsProblem e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new StatisticsProblem.BrokenWorkbook();
        }
    }

    private static long inflate(ZipFile zip, ZipEntry part, long bytesLeft, byte[] buffer) throws IOException {
        long limit = part.getName().endsWith("sharedStrings.xml")
                ? Math.min(bytesLeft, MOST_SHARED_STRINGS_BYTES)
                : bytesLeft;
        long packed = Math.max(1, part.getCompressedSize());
        long bytes = 0;
        try (InputStream in = zip.getInputStream(part)) {
            refuseDocumentType(in.readNBytes(PROLOGUE_BYTES));
            bytes = PROLOGUE_BYTES;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
                if (bytes > limit || (bytes > FREE_BYTES && bytes / packed > MOST_RATIO)) {
                    throw new StatisticsProblem.ZipBomb();
                }
            }
        }
        return bytes;
    }

    /** Workbooks have no document type; entities declared in one can multiply without end ("billion laughs"). */
    private static void refuseDocumentType(byte[] prologue) {
        if (new String(prologue, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw new StatisticsProblem.ZipBomb();
        }
    }
}
