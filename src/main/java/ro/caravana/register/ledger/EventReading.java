package ro.caravana.register.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.batch.EventReader;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads events as the county stands today. Thread-safe. */
@Component
class EventReading {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TerritoryRegistry territory;

    EventReading(TerritoryRegistry territory) {
        this.territory = territory;
    }

    /** What each event of a batch is, or why it is none, in order. */
    List<EventReader.Outcome> read(List<JsonNode> events, Instant receivedAt) {
        EventReader reader = reader();
        return events.stream().map(event -> reader.read(event, receivedAt)).toList();
    }

    private EventReader reader() {
        Territory county = territory.current();
        return new EventReader(siruta -> county.findLocality(siruta).isPresent()
                || county.findUat(siruta).isPresent());
    }

    /**
     * A quarantined event with its corrections, as it reads at that instant.
     *
     * @throws RegisterProblem.StillUnusable 400
     */
    RegisterEvent mended(String event, Map<String, JsonNode> corrections, Instant at) {
        JsonNode node = JSON.readTree(event);
        if (node instanceof ObjectNode object) {
            corrections.forEach(object::set);
        }
        EventReader.Outcome outcome = reader().read(node, at);
        if (outcome instanceof EventReader.Usable usable) {
            return usable.event();
        }
        throw new RegisterProblem.StillUnusable(
                ((EventReader.Unusable) outcome).reason().name());
    }

    /** The corrections of a release, as they are stored. */
    static String write(Map<String, JsonNode> corrections) {
        return JSON.writeValueAsString(corrections);
    }

    /** The same, read back. */
    static Map<String, JsonNode> corrections(String decision) {
        Map<String, JsonNode> corrections = new LinkedHashMap<>();
        JSON.readTree(decision).properties().forEach(entry -> corrections.put(entry.getKey(), entry.getValue()));
        return corrections;
    }
}
