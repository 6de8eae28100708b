package ro.caravana.register.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import ro.caravana.register.Change;
import ro.caravana.register.batch.Signature;
import ro.caravana.register.ledger.BatchIntake;
import ro.caravana.statistics.CaseCategory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An office that sends random events: one in three of some day of the last year, one in twenty taking an earlier one back. The same
 * seed makes the same events, so a run can be repeated. Not thread-safe.
 */
final class MadeUpOffice {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DAYS = 365;
    private static final int TAKEN_BACK_ONE_IN = 20;
    private static final List<String> AGE_BANDS = List.of("14-17", "18-34", "35-64", "65+");

    private final String office;
    private final OctetKeyPairJsonWebKey key;
    private final List<Integer> sirutas;
    private final SplittableRandom random;
    private String previous = "";
    private long sequence;
    private ObjectNode lastOpened = JSON.createObjectNode();

    MadeUpOffice(String office, List<Integer> sirutas, long seed) {
        this.office = office;
        this.sirutas = sirutas;
        this.random = new SplittableRandom(seed);
        try {
            this.key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
        key.setKeyId("bench-" + office);
    }

    String office() {
        return office;
    }

    String kid() {
        return key.getKeyId();
    }

    /** The public key, base64url. */
    String x() {
        return String.valueOf(key.toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                .get("x"));
    }

    /** The next batch, signed, as it goes over the wire. */
    byte[] next(int events, Instant now) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("office", office);
        payload.put("sequence", ++sequence);
        payload.put("previous", previous);
        payload.put("createdAt", now.toString());
        payload.put("completeTo", now.toString());
        ArrayNode list = payload.putArray("events");
        for (int at = 0; at < events; at++) {
            list.add(event(now));
        }
        String jws = Signature.sign(payload.toString(), key);
        previous = BatchIntake.hash(jws);
        return jws.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private ObjectNode event(Instant now) {
        if (!lastOpened.isEmpty() && random.nextInt(TAKEN_BACK_ONE_IN) == 0) {
            ObjectNode undoing = lastOpened.deepCopy().put("change", Change.WITHDRAWN.name());
            lastOpened = JSON.createObjectNode();
            return undoing;
        }
        CaseCategory[] categories = CaseCategory.values();
        int daysAgo = random.nextInt(3) == 0 ? random.nextInt(DAYS) : 0;
        boolean opened = random.nextBoolean();
        ObjectNode event = JSON.createObjectNode();
        event.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
        event.put("at", now.minus(Duration.ofDays(daysAgo)).toString());
        event.put("siruta", sirutas.get(random.nextInt(sirutas.size())));
        event.put("category", categories[random.nextInt(categories.length)].name());
        event.put("change", (opened ? Change.OPENED : Change.RESOLVED).name());
        event.put("ageBand", AGE_BANDS.get(random.nextInt(AGE_BANDS.size())));
        event.put("sex", random.nextBoolean() ? "F" : "M");
        event.put("count", 1 + random.nextInt(3));
        if (opened) {
            lastOpened = event;
        }
        return event;
    }
}
