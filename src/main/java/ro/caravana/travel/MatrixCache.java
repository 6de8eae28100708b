package ro.caravana.travel;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.caravana.geo.Position;

/**
 * Matrices on disk, under a name made from the roads and the sites, so that nothing stale can be read. A cache only: a file that is
 * missing, cut short or damaged is computed again, and a disk that cannot be written costs a warning.
 */
final class MatrixCache {
    /** Raise when figures change for the same roads and sites. */
    private static final int VERSION = 1;

    private static final int KEPT_FILES = 12;
    private static final Logger log = LoggerFactory.getLogger(MatrixCache.class);

    private final Path folder;

    MatrixCache(Path folder) {
        this.folder = folder;
    }

    /** A name for these sites on these roads. */
    static String key(String networkHash, List<String> ids, List<Position> places) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((VERSION + "|" + networkHash).getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ids.size(); i++) {
                Position place = places.get(i);
                digest.update(
                        ("|" + ids.get(i) + "," + place.lat() + "," + place.lon()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Optional<TravelMatrix> find(String key, List<String> ids) {
        Path file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        try (DataInputStream in = new DataInputStream(
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), sum))) {
            int size = in.readInt();
            if (size != ids.size()) {
                return Optional.empty();
            }
            boolean[] estimated = new boolean[size];
            for (int i = 0; i < size; i++) {
                estimated[i] = in.readBoolean();
            }
            TravelMatrix matrix = new TravelMatrix(ids, readSquare(in, size), readSquare(in, size), estimated);
            long expected = sum.getValue();
            return in.readLong() == expected ? Optional.of(matrix) : Optional.empty();
        } catch (IOException e) {
            log.warn("travel: a kept matrix cannot be read and is computed again: {}", e.toString());
            return Optional.empty();
        }
    }

    void keep(String key, TravelMatrix matrix) {
        try {
            Files.createDirectories(folder);
            Path aside = Files.createTempFile(folder, "matrix-", ".part");
            try {
                write(aside, matrix);
                Files.move(aside, file(key), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
            dropOldest();
        } catch (IOException e) {
            log.warn("travel: the matrix cannot be kept on disk: {}", e.toString());
        }
    }

    private static void write(Path file, TravelMatrix matrix) throws IOException {
        CRC32 sum = new CRC32();
        try (DataOutputStream out = new DataOutputStream(
                new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), sum))) {
            out.writeInt(matrix.sites().size());
            for (boolean estimated : matrix.estimated()) {
                out.writeBoolean(estimated);
            }
            writeSquare(out, matrix.seconds());
            writeSquare(out, matrix.metres());
            out.writeLong(sum.getValue());
        }
    }

    private static int[][] readSquare(DataInputStream in, int size) throws IOException {
        int[][] square = new int[size][size];
        for (int[] row : square) {
            for (int i = 0; i < size; i++) {
                row[i] = in.readInt();
            }
        }
        return square;
    }

    private static void writeSquare(DataOutputStream out, int[][] square) throws IOException {
        for (int[] row : square) {
            for (int value : row) {
                out.writeInt(value);
            }
        }
    }

    private void dropOldest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(".matrix"))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
            for (Path old : newestFirst.subList(Math.min(KEPT_FILES, newestFirst.size()), newestFirst.size())) {
                Files.deleteIfExists(old);
            }
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".matrix");
    }
}
