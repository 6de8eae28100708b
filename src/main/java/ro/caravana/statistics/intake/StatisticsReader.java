package ro.caravana.statistics.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.caravana.territory.Territory;

/**
 * An inspected and opened statistics file: an iterator over what becomes of its rows. Reads one row at a time, so that a file of
 * any length needs no more memory than the keys of its rows. Not thread-safe. Throws {@code StatisticsProblem} for a file that
 * cannot be taken as a whole.
 */
public final class StatisticsReader implements Iterator<RowOutcome>, Closeable {
    private final RowSource source;
    private final Header header;
    private final RowReader rows;
    private final String contentHash;
    private @Nullable RowOutcome upcoming;

    private StatisticsReader(RowSource source, Header header, RowReader rows, String contentHash) {
        this.source = source;
        this.header = header;
        this.rows = rows;
        this.contentHash = contentHash;
    }

    /**
     * @param limitBytes largest file taken
     * @param period stands in where rows have none
     * @param today rows about periods that have not begun are refused, except in a file of made-up figures
     */
    public static StatisticsReader open(
            Path file, long limitBytes, Territory territory, Optional<Period> period, LocalDate today)
            throws IOException {
        StatisticsFile inspected = StatisticsFile.inspect(file, limitBytes);
        RowSource source = inspected.open();
        try {
            Header header = Header.read(source, period.isPresent());
            RowReader rows = new RowReader(header, territory, period, header.markedSynthetic() ? LocalDate.MAX : today);
            return new StatisticsReader(source, header, rows, contentHash(inspected, period));
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** The same bytes under another stand-in period say something else. */
    private static String contentHash(StatisticsFile file, Optional<Period> period) {
        if (period.isEmpty()) {
            return file.sha256();
        }
        String text = file.sha256() + " as of " + period.get().asOf();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Identifies the content: equal for two files that say the same, byte for byte. */
    public String contentHash() {
        return contentHash;
    }

    /** Whether the file calls itself synthetic in a comment above its headings. */
    public boolean markedSynthetic() {
        return header.markedSynthetic();
    }

    /** Canonical names of the understood columns, in the order of {@link Rejection#cells}. */
    public List<String> columns() {
        return header.inOrder().stream().map(Column::canonical).toList();
    }

    @Override
    public boolean hasNext() {
        while (upcoming == null && source.hasNext()) {
            SourceRow row = source.next();
            upcoming = row.isBlank() ? null : rows.read(row);
        }
        return upcoming != null;
    }

    @Override
    public RowOutcome next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RowOutcome outcome = Objects.requireNonNull(upcoming);
        upcoming = null;
        return outcome;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
