package ro.caravana.planning.instance;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An instance as JSON, all of it as a tree but its visits, which come one at a time: as a tree, 100 000 of them take more memory and time
 * than everything done with them.
 */
public final class InstanceDocument {
    private static final String VISITS = "visits";

    private final JsonMapper mapper;
    private final byte[] json;
    private final JsonNode rest;
    private final int from;
    private final int to;

    private InstanceDocument(JsonMapper mapper, byte[] json, JsonNode rest, int from, int to) {
        this.mapper = mapper;
        this.json = json;
        this.rest = rest;
        this.from = from;
        this.to = to;
    }

    /** @throws tools.jackson.core.JacksonException where it is no JSON */
    public static InstanceDocument of(JsonMapper mapper, byte[] json) {
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new InstanceDocument(mapper, json, mapper.readTree(json), 0, 0);
            }
            return split(mapper, json, parser);
        }
    }

    private static InstanceDocument split(JsonMapper mapper, byte[] json, JsonParser parser) {
        ObjectNode rest = mapper.createObjectNode();
        ObjectReader one = one(mapper);
        int from = 0;
        int to = 0;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(VISITS) && value == JsonToken.START_ARRAY) {
                from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                to = (int) parser.currentLocation().getByteOffset();
                rest.putArray(name);
            } else {
                rest.set(name, one.readTree(parser));
            }
        }
        boolean otherEncoding = from < 0 || to < 0; // bytes are not counted in UTF-16 and UTF-32
        boolean more = parser.nextToken() != null;
        return otherEncoding || more
                ? new InstanceDocument(mapper, json, mapper.readTree(json), 0, 0)
                : new InstanceDocument(mapper, json, rest, from, to);
    }

    /** Everything, with an empty list of visits where they come one at a time. */
    JsonNode rest() {
        return rest;
    }

    boolean streamsVisits() {
        return to > from;
    }

    /** The visits in their order; to be run through once. */
    Iterator<JsonNode> visits() {
        JsonParser parser = mapper.createParser(json, from, to - from);
        ObjectReader one = one(mapper);
        parser.nextToken();
        return new Iterator<>() {
            private JsonToken token = parser.nextToken();

            @Override
            public boolean hasNext() {
                return isValue(token);
            }

            @Override
            public JsonNode next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                JsonNode visit = one.readTree(parser);
                token = parser.nextToken();
                return visit;
            }
        };
    }

    /** A value has others behind it here. */
    private static ObjectReader one(JsonMapper mapper) {
        return mapper.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static boolean isValue(@Nullable JsonToken token) {
        return token != null && token != JsonToken.END_ARRAY;
    }
}
