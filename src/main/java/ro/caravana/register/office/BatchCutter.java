package ro.caravana.register.office;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
    private static final Instant NOTHING_YET = Instant.parse("2000-01-01T00:00:00Z");

    /** Signed and in base64 a batch grows by a third; the server takes 5 MB. */
    private static final int MOST_EVENT_BYTES = 3_500_000;

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
        List<List<JsonNode>> parts = parts(events);
        Instant before = completeToSoFar();
        for (int at = 0; at < parts.size(); at++) {
            long sequence = folder.lastSequence() + 1;
            Instant told = at == parts.size() - 1 ? completeTo : before;
            folder.put(
                    sequence,
                    Signature.sign(payload(parts.get(at), sequence, told, now).toString(), key));
        }
        return parts.size();
    }

    /** As many events as were asked for, but never more bytes than the server takes. */
    private List<List<JsonNode>> parts(List<JsonNode> events) {
        List<List<JsonNode>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        long bytes = 0;
        for (JsonNode event : events) {
            int more = event.toString().getBytes(StandardCharsets.UTF_8).length + 1;
            List<JsonNode> last = parts.get(parts.size() - 1);
            if (last.size() >= size || (!last.isEmpty() && bytes + more > MOST_EVENT_BYTES)) {
                parts.add(new ArrayList<>());
                bytes = 0;
            }
            parts.get(parts.size() - 1).add(event);
            bytes += more;
        }
        return parts;
    }

    /** What the last batch said; long ago where there is none. A batch that leaves something out says it again. */
    Instant completeToSoFar() {
        long last = folder.lastSequence();
        return last == folder.begin().sequence()
                ? NOTHING_YET
                : Instant.parse(folder.payload(last).path("completeTo").asString());
    }

    /**
     * Signs what waits once more, with the key the folder holds now: for batches whose key was revoked before they were sent.
     *
     * @return how many batches that were
     */
    int signAgain() {
        List<Long> waiting = folder.waiting();
        waiting.forEach(folder::setAside);
        waiting.forEach(sequence -> signAgain(sequence, previous(sequence)));
        return waiting.size();
    }

    /** What waits behind a batch is linked to the text of that hash, and signed once more. */
    void linkTo(long before, String hash) {
        for (long sequence : folder.waiting()) {
            if (sequence > before) {
                signAgain(sequence, sequence == before + 1 ? hash : previous(sequence));
            }
        }
    }

    private void signAgain(long sequence, String previous) {
        ObjectNode payload = (ObjectNode) folder.payload(sequence);
        payload.put("previous", previous);
        folder.put(sequence, Signature.sign(payload.toString(), key));
    }

    private String previous(long sequence) {
        OfficeFolder.Begin begin = folder.begin();
        return sequence == begin.sequence() + 1 ? begin.hash() : BatchIntake.hash(folder.read(sequence - 1));
    }

    private ObjectNode payload(List<JsonNode> events, long sequence, Instant completeTo, Instant now) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("office", folder.office());
        payload.put("sequence", sequence);
        payload.put("previous", previous(sequence));
        payload.put("createdAt", now.toString());
        payload.put("completeTo", completeTo.toString());
        ArrayNode list = payload.putArray("events");
        events.forEach(list::add);
        return payload;
    }
}
