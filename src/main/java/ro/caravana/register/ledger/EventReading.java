package ro.caravana.register.ledger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.alias.AliasBook;
import ro.caravana.register.alias.Aliases;
import ro.caravana.register.batch.Batch;
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

    /** Every code was known when it was counted; the county may have changed since. */
    private static final EventReader ANYWHERE = EventReader.again();

    private final TerritoryRegistry territory;
    private final Aliases aliases;

    EventReading(TerritoryRegistry territory, Aliases aliases) {
        this.territory = territory;
        this.aliases = aliases;
    }

    /** The office's own codes as they are read now. */
    AliasBook aliases() {
        return aliases.latest();
    }

    /** The same as they were read when a batch came. */
    AliasBook aliases(long upTo) {
        return aliases.at(upTo);
    }

    /** What each event of a batch is, or why it is none, in order. */
    List<EventReader.Outcome> read(Batch batch, AliasBook book, Instant receivedAt) {
        return read(batch, book, reader(), receivedAt);
    }

    /** The same, reading every SIRUTA. */
    static List<EventReader.Outcome> readAgain(Batch batch, AliasBook book, Instant receivedAt) {
        return read(batch, book, ANYWHERE, receivedAt);
    }

    private static List<EventReader.Outcome> read(Batch batch, AliasBook book, EventReader reader, Instant receivedAt) {
        return batch.events().stream()
                .map(event -> reader.read(book.read(batch.office(), event), receivedAt))
                .toList();
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
        return mended(reader(), event, corrections, at);
    }

    /** The same, reading every SIRUTA. */
    static RegisterEvent mendedAgain(String event, Map<String, JsonNode> corrections, Instant at) {
        return mended(ANYWHERE, event, corrections, at);
    }

    private static RegisterEvent mended(
            EventReader reader, String event, Map<String, JsonNode> corrections, Instant at) {
        JsonNode node = JSON.readTree(event);
        if (node instanceof ObjectNode object) {
            corrections.forEach(object::set);
        }
        EventReader.Outcome outcome = reader.read(node, at);
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
