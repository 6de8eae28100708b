package ro.caravana.coverage.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.lang.JoseException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An office that reports one newly opened case per event, in places drawn at random. Not thread-safe. */
final class SigningOffice {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String office;
    private final List<Integer> sirutas;
    private final OctetKeyPairJsonWebKey key;
    private final SplittableRandom random = new SplittableRandom(2027);
    private long sequence;
    private String previous;

    /** Goes on after the last batch that the server has of this office. */
    SigningOffice(String office, List<Integer> sirutas, long lastSequence, String lastHash) {
        this.office = office;
        this.sirutas = List.copyOf(sirutas);
        this.sequence = lastSequence;
        this.previous = lastHash;
        try {
            this.key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
        key.setKeyId(CoverageBench.KID + UUID.randomUUID());
    }

    /** The public key as the server takes it. */
    Map<String, String> publicKey() {
        String x = String.valueOf(
                key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY).get("x"));
        return Map.of("kty", "OKP", "crv", "Ed25519", "x", x, "kid", key.getKeyId());
    }

    /** The next batch, signed. */
    byte[] next(int events, Instant now) {
        ObjectNode payload = JSON.createObjectNode();
        payload.put("office", office);
        payload.put("sequence", ++sequence);
        payload.put("previous", previous);
        payload.put("createdAt", now.toString());
        payload.put("completeTo", now.toString());
        ArrayNode list = payload.putArray("events");
        for (int at = 0; at < events; at++) {
            ObjectNode event = list.addObject();
            event.put("id", new UUID(random.nextLong(), now.toEpochMilli() ^ random.nextLong()).toString());
            event.put("at", now.toString());
            event.put("siruta", sirutas.get(random.nextInt(sirutas.size())));
            event.put("category", "EXPIRED_ID");
            event.put("change", "OPENED");
            event.put("count", 1);
        }
        byte[] jws = sign(payload.toString()).getBytes(StandardCharsets.US_ASCII);
        previous = hash(jws);
        return jws;
    }

    private String sign(String payload) {
        String header = JSON.writeValueAsString(Map.of("alg", "EdDSA", "kid", key.getKeyId()));
        String signed = encode(header) + "." + encode(payload);
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key.getPrivateKey());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java from 15 on has Ed25519
        }
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] jws) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(jws));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java has SHA-256
        }
    }
}
