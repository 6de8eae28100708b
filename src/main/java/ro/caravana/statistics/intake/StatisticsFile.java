package ro.caravana.statistics.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import ro.caravana.statistics.StatisticsProblem;

/**
 * A file that has been looked at from the outside and may be read.
 *
 * @param sha256 of its bytes, hexadecimal
 * @param charset of a CSV file; empty for a workbook
 */
record StatisticsFile(Path path, String sha256, Optional<Charset> charset) {
    private static final int ZIP = 0x504B0304;
    private static final int OLE = 0xD0CF11E0; // .xls and password-protected .xlsx

    /** Hashes the file and refuses what is empty, too large, no text, or a workbook that must not be unpacked. */
    static StatisticsFile inspect(Path path, long limitBytes) throws IOException {
        if (Files.size(path) > limitBytes) {
            throw new StatisticsProblem.TooLarge(limitBytes);
        }
        MessageDigest digest = newDigest();
        TextProbe probe = new TextProbe();
        int magic = 0;
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.readNBytes(buffer, 0, buffer.length);
                    read > 0;
                    read = in.readNBytes(buffer, 0, buffer.length)) {
                magic = bytes == 0 ? magic(buffer, read) : magic;
                bytes += read;
                digest.update(buffer, 0, read);
                probe.update(buffer, read);
            }
        }
        if (bytes == 0) {
            throw new StatisticsProblem.EmptyFile();
        }
        return new StatisticsFile(path, HexFormat.of().formatHex(digest.digest()), charset(path, magic, probe));
    }

    RowSource open() throws IOException {
        return charset.isPresent() ? new CsvRows(path, charset.get()) : new XlsxRows(path);
    }

    private static Optional<Charset> charset(Path path, int magic, TextProbe probe) throws IOException {
        if (magic == OLE) {
            throw new StatisticsProblem.UnsupportedFormat();
        }
        if (magic == ZIP) {
            ZipGuard.check(path);
            return Optional.empty();
        }
        return Optional.of(probe.charset());
    }

    private static int magic(byte[] bytes, int length) {
        int magic = 0;
        for (int i = 0; i < 4; i++) {
            magic = magic << 8 | (i < length ? bytes[i] & 0xFF : 0);
        }
        return magic;
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
