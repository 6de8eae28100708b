package ro.caravana.register.alias;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** The aliases as they stood at one moment. Immutable. */
public final class AliasBook {
    private record Key(String office, Alias.Field field, String said) {}

    private final long upTo;
    private final Map<Key, String> meanings = new HashMap<>();

    /**
     * @param upTo the last row that is in it; 0 where there is none
     * @param rows in order, each at most {@code upTo}
     */
    AliasBook(long upTo, List<AliasStore.Row> rows) {
        this.upTo = upTo;
        for (AliasStore.Row row : rows) {
            Key key = new Key(row.office(), row.field(), row.said());
            if (row.means() == null) {
                meanings.remove(key);
            } else {
                meanings.put(key, row.means());
            }
        }
    }

    /** Names this book; the same number is the same book for ever. */
    public long upTo() {
        return upTo;
    }

    /** An event as the office means it: the node itself where nothing is read differently, else a changed copy. */
    public JsonNode read(String office, JsonNode event) {
        if (meanings.isEmpty() || !(event instanceof ObjectNode object)) {
            return event;
        }
        ObjectNode copy = object;
        for (Alias.Field field : Alias.Field.values()) {
            String means = meanings.get(new Key(office, field, said(object.path(field.key()))));
            if (means != null) {
                copy = copy == object ? object.deepCopy() : copy;
                copy.set(
                        field.key(),
                        field == Alias.Field.SIRUTA
                                ? IntNode.valueOf(Integer.parseInt(means))
                                : copy.stringNode(means));
            }
        }
        return copy;
    }

    /** A field's value as a text to look for, whether it was sent as a text or as a number. */
    static String said(JsonNode value) {
        return value.isString() ? value.stringValue().strip() : value.isNumber() ? value.asString() : "";
    }
}
