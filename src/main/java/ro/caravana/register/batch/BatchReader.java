package ro.caravana.register.batch;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import ro.caravana.register.RegisterProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a batch's envelope strictly: known fields once each, shallow, nothing after it. A fault of the envelope refuses the batch;
 * faults of single events are {@link EventReader}'s.
 */
public final class BatchReader {
    public static final int MOST_EVENTS = 50_000;

    private static final Set<String> FIELDS =
            Set.of("office", "sequence", "previous", "createdAt", "completeTo", "events");
    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxNumberLength(40)
                            .maxStringLength(2_000)
                            .maxNameLength(100)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private BatchReader() {}

    /** @throws RegisterProblem.Unreadable naming the place */
    public static Batch read(byte[] payload) {
        JsonNode root = parse(payload);
        if (!root.isObject()) {
            throw new RegisterProblem.Unreadable("/", "expected one JSON object.");
        }
        for (String name : root.propertyNames()) {
            if (!FIELDS.contains(name)) {
                throw new RegisterProblem.Unreadable(
                        "/", "a field is unknown; the batch has " + FIELDS.size() + " fields.");
            }
        }
        JsonNode events = root.path("events");
        if (!events.isArray()) {
            throw new RegisterProblem.Unreadable("/events", "expected a list.");
        }
        if (events.size() > MOST_EVENTS) {
            throw new RegisterProblem.TooLarge();
        }
        return new Batch(
                text(root, "office"),
                sequence(root),
                text(root, "previous"),
                instant(root, "createdAt"),
                instant(root, "completeTo"),
                List.copyOf(events.values()));
    }

    static JsonNode parse(byte[] json) {
        try {
            return STRICT.readTree(json);
        } catch (JacksonException fault) {
            throw new RegisterProblem.Unreadable(
                    "/", "not strict JSON (UTF-8, no duplicate names, at most 8 levels, short numbers and texts).");
        }
    }

    private static String text(JsonNode root, String name) {
        JsonNode value = root.path(name);
        if (!value.isString()) {
            throw new RegisterProblem.Unreadable("/" + name, "expected a text.");
        }
        return value.stringValue();
    }

    private static long sequence(JsonNode root) {
        JsonNode value = root.path("sequence");
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw new RegisterProblem.Unreadable("/sequence", "expected a whole number from 1.");
        }
        return value.longValue();
    }

    private static Instant instant(JsonNode root, String name) {
        try {
            return Instants.parse(text(root, name));
        } catch (DateTimeParseException fault) {
            throw new RegisterProblem.Unreadable("/" + name, "expected an instant such as 2027-03-18T09:30:00Z.");
        }
    }
}
