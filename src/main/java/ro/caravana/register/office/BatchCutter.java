package ro.caravana.register.office;

import java.time.Instant;
import java.util.List;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.ledger.BatchIntake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cuts events into batches, links and signs them, and puts them into the outbox. */
final class BatchCutter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final OfficeFolder folder;
    private final OctetKeyPairJsonWebKey key;
    private final int size;

    BatchCutter(OfficeFolder folder, int size) {
        this.folder = folder;
        this.key = folder.getKey();
        this.size = size;
    }

    /**
     * @param completeTo everything that happened before has been exported; told by the last batch, since the others leave some out
     * @return how many batches were cut; one where there are no events, so that the server learns of {@code completeTo}
     */
    int cut(List<JsonNode> events, Instant completeTo, Instant now) {
        int batches = Math.max(1, (events.size() + size - 1) / size);
        Instant before = folder.lastSequence() == 0 ? Instant.parse("2000-01-01T00:00:00Z") : lastCompleteTo();
        for (int at = 0; at < batches; at++) {
            List<JsonNode> part = events.subList(at * size, Math.min(events.size(), (at + 1) * size));
            long sequence = folder.lastSequence() + 1;
            folder.put(
                    sequence,
                    Signature.sign(
                            payload(part, sequence, at == batches - 1 ? completeTo : before, now)
                                    .toString(),
                            key));
        }
        return batches;
    }

    private Instant lastCompleteTo() {
        String payload = folder.read(folder.lastSequence()).split("\\.")[1];
        return Instant.parse(JSON.readTree(java.util.Base64.getUrlDecoder().decode(payload))
                .path("completeTo")
                .asString());
    }

    private ObjectNode payload(List<JsonNode> events, long sequence, Instant completeTo, Instant now) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("office", folder.office());
        payload.put("sequence", sequence);
        payload.put("previous", sequence == 1 ? "" : BatchIntake.hash(folder.read(sequence - 1)));
        payload.put("createdAt", now.toString());
        payload.put("completeTo", completeTo.toString());
        ArrayNode list = payload.putArray("events");
        events.forEach(list::add);
        return payload;
    }
}
