package ro.caravana.register.office;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ro.caravana.register.batch.EventReader;
import ro.caravana.register.batch.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An export of the office's own system: CSV with a header ({@code ,} or {@code ;}) or JSON lines, with the fields of an event:
 * {@code at, siruta, category, change, count} and, where known, {@code id, ageBand, sex}. An event without an id gets one from its
 * content and how often the same content came before it, so that the same export sent twice counts once.
 */
final class EventFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A row that cannot be used. */
    record BadRow(long line, String reason) {}

    private final EventReader reader = new EventReader(siruta -> siruta > 0);
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<JsonNode> events = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final String office;
    private final Instant now;

    private final boolean ownCodes;

    private EventFile(String office, Instant now, boolean ownCodes) {
        this.office = office;
        this.now = now;
        this.ownCodes = ownCodes;
    }

    /** @throws ClientProblem.UnreadableFile where it is neither CSV nor JSON lines, or empty */
    static EventFile read(Path file, String office, Instant now) {
        return read(file, office, now, false);
    }

    /**
     * @param ownCodes whether rows pass whose siruta or category is a code of the office's own: the server knows what was agreed
     * @throws ClientProblem.UnreadableFile where it is neither CSV nor JSON lines, or empty
     */
    static EventFile read(Path file, String office, Instant now, boolean ownCodes) {
        EventFile read = new EventFile(office, now, ownCodes);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
            if (text.isBlank()) {
                throw new ClientProblem.UnreadableFile("The file is empty.");
            }
            if (text.stripLeading().startsWith("{")) {
                read.lines(text);
            } else {
                read.table(text);
            }
        } catch (MalformedInputException encoding) {
            throw new ClientProblem.UnreadableFile("The file is not UTF-8; export it again as UTF-8.");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return read;
    }

    /** When an export was written: it holds nothing that happened later. Never in the future, whatever the disk says. */
    static Instant writtenAt(Path file, Instant now) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        return written.isAfter(now) ? now : written;
    }

    private void lines(String text) {
        long line = 0;
        for (String row : text.split("\n", -1)) {
            line++;
            if (!row.isBlank()) {
                try {
                    add(line, JSON.readTree(row));
                } catch (JacksonException fault) {
                    bad.add(new BadRow(line, RowWords.of(Reason.NOT_AN_OBJECT)));
                }
            }
        }
    }

    private void table(String text) {
        String header = text.lines().findFirst().orElse("");
        char separator = header.contains(";") ? ';' : ',';
        if (!header.contains("siruta")) {
            throw new ClientProblem.UnreadableFile(
                    "The first line names the columns: id (optional), at, siruta, category, change, ageBand, sex, count.");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofNamedCsvRecord(text)) {
            rows.forEach(this::row);
        } catch (CsvParseException | IllegalArgumentException fault) {
            throw new ClientProblem.UnreadableFile(
                    "It is not a table in CSV: two columns with one name, or an open quote.");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void row(NamedCsvRecord row) {
        int wanted = row.getHeader().size();
        if (row.getFieldCount() != wanted) {
            bad.add(new BadRow(
                    row.getStartingLineNumber(), "COLUMNS: " + row.getFieldCount() + " instead of " + wanted));
            return;
        }
        ObjectNode event = JSON.createObjectNode();
        row.getFieldsAsMap().forEach((name, value) -> put(event, name.strip(), value.strip()));
        add(row.getStartingLineNumber(), event);
    }

    private static void put(ObjectNode event, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        boolean number = ("siruta".equals(name) || "count".equals(name)) && value.matches("-?\\d{1,9}");
        if (number) {
            event.put(name, Integer.parseInt(value));
        } else {
            event.put(name, value);
        }
    }

    private void add(long line, JsonNode node) {
        if (node instanceof ObjectNode event && !event.has("id")) {
            String content = office + "|" + event;
            int before = seen.merge(content, 1, Integer::sum);
            event.put(
                    "id",
                    UUID.nameUUIDFromBytes((content + "|" + before).getBytes(StandardCharsets.UTF_8))
                            .toString());
        }
        if (reader.read(node, now) instanceof EventReader.Unusable unusable && !isAgreedElsewhere(unusable.reason())) {
            bad.add(new BadRow(line, RowWords.of(unusable.reason())));
        } else {
            events.add(node);
        }
    }

    private boolean isAgreedElsewhere(Reason reason) {
        return ownCodes && (reason == Reason.UNKNOWN_SIRUTA || reason == Reason.UNKNOWN_CATEGORY);
    }

    List<JsonNode> events() {
        return events;
    }

    List<BadRow> bad() {
        return bad;
    }
}
