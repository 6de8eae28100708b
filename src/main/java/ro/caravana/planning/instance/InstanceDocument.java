package ro.caravana.planning.instance;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An instance as JSON, all of it as a tree but its visits, which are read one at a time as they come: as a tree, 100 000 of them take more
 * memory and time than everything done with them.
 */
public final class InstanceDocument {
    private static final String VISITS = "visits";
    private static final int MOST_KEPT = 1_000_000; // a visit may be a single 0: kept, it takes fifty times the room

    private final Faults visitFaults = Faults.ofPart();
    private final JsonNode rest;
    private @Nullable List<PlanInstance.Visit> visits;
    private int visitCount;

    /** @throws tools.jackson.core.JacksonException where it is no JSON, or has a name twice */
    public InstanceDocument(JsonMapper strict, byte[] json) {
        JsonNode members = members(reader(strict), json);
        rest = members != null ? members : strict.readTree(json); // which says where it is wrong
    }

    /** Of one value with others behind it. Names that come twice are noticed where they enter a tree, at no cost. */
    private static ObjectReader reader(JsonMapper strict) {
        return strict.readerFor(JsonNode.class)
                .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .without(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /** Null where it is no object, names come twice, or something follows. */
    private @Nullable JsonNode members(ObjectReader one, byte[] json) {
        ObjectNode rest = one.createObjectNode();
        try (JsonParser parser = one.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (rest.has(name)) {
                    return null;
                }
                rest.set(name, member(one, parser, name));
            }
            return parser.nextToken() == null ? rest : null;
        } catch (MismatchedInputException twice) {
            return null;
        }
    }

    private JsonNode member(ObjectReader one, JsonParser parser, String name) {
        if (parser.nextToken() != JsonToken.START_ARRAY || !name.equals(VISITS)) {
            return one.readTree(parser);
        }
        parser.clearCurrentToken(); // so that the first visit is next
        visits = read(one.readValues(parser));
        return one.createArrayNode();
    }

    private List<PlanInstance.Visit> read(Iterator<JsonNode> items) {
        return Cursor.root(null, visitFaults).at(VISITS).list(items, MOST_KEPT, this::visit);
    }

    private PlanInstance.Visit visit(Cursor at) {
        visitCount++;
        return InstanceReader.visit(at);
    }

    /** Everything, with an empty list of visits where they have been read. */
    JsonNode rest() {
        return rest;
    }

    /** Null where there is no list of them: the rest has what stands in its place. */
    @Nullable
    List<PlanInstance.Visit> visits() {
        return visits;
    }

    /** How many the list holds, kept or not. */
    int visitCount() {
        return visitCount;
    }

    /** What is wrong with how the visits are written. */
    Faults visitFaults() {
        return visitFaults;
    }
}
