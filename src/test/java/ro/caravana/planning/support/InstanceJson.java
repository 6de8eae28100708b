package ro.caravana.planning.support;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Instances as JSON trees, to be spoiled in one place. */
public final class InstanceJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private InstanceJson() {}

    /** The least a sound instance needs: a week, a station, two sites, two visits. */
    public static ObjectNode smallest() {
        return (ObjectNode) JSON.readTree("""
                {
                  "schema": "caravana/plan-instance/1",
                  "horizon": {"start": "2027-01-04", "end": "2027-01-08"},
                  "stations": [{"id": "s", "base": "base"}],
                  "sites": [{"id": "base", "lat": 46.77, "lon": 23.6}, {"id": "p", "lat": 46.8, "lon": 23.7}],
                  "visits": [{"id": "a", "site": "p"}, {"id": "b", "site": "p"}]
                }""");
    }

    public static byte[] bytes(JsonNode document) {
        return JSON.writeValueAsBytes(document);
    }

    /** Puts a value where the pointer says. */
    public static void put(ObjectNode document, String pointer, String json) {
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = document.at(JsonPointer.compile(pointer.substring(0, cut)));
        String last = pointer.substring(cut + 1);
        JsonNode value = JSON.readTree(json);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last), value);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }
}
