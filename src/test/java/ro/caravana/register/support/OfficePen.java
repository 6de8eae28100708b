package ro.caravana.register.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Writes and signs batches with plain JDK means, as somebody would who has read nothing but the format. */
public final class OfficePen {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String office;
    private final String kid;
    private final KeyPair keys;
    private long sequence;
    private String previous = "";

    public OfficePen(String office, String kid) {
        this.office = office;
        this.kid = kid;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Goes on after what the server has taken in. */
    public void goOnAfter(long lastSequence, String lastHash) {
        sequence = lastSequence;
        previous = lastHash;
    }

    public String office() {
        return office;
    }

    public String kid() {
        return kid;
    }

    /** The raw public key, base64url (RFC 8032: little-endian y with the sign of x in the last bit). */
    public String x() {
        var point = ((EdECPublicKey) keys.getPublic()).getPoint();
        byte[] bigEndian = point.getY().toByteArray();
        byte[] raw = new byte[32];
        for (int at = 0; at < Math.min(32, bigEndian.length); at++) {
            raw[at] = bigEndian[bigEndian.length - 1 - at];
        }
        if (point.isXOdd()) {
            raw[31] |= (byte) 0x80;
        }
        return BASE64.encodeToString(raw);
    }

    public static Map<String, Object> event(
            UUID id, String at, Object siruta, String category, String change, Object count) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id.toString());
        event.put("at", at);
        event.put("siruta", siruta);
        event.put("category", category);
        event.put("change", change);
        event.put("count", count);
        return event;
    }

    /** The next batch in order. */
    public String next(Instant completeTo, List<?> events) {
        String jws = sign(payload(sequence + 1, previous, completeTo, events));
        sequence++;
        previous = hash(jws);
        return jws;
    }

    /** The next batch as {@link #next} would write it, without going on. */
    public String peek(Instant completeTo, List<?> events) {
        return sign(payload(sequence + 1, previous, completeTo, events));
    }

    public Map<String, Object> payload(long number, String after, Instant completeTo, List<?> events) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("office", office);
        payload.put("sequence", number);
        payload.put("previous", after);
        payload.put("createdAt", completeTo.toString());
        payload.put("completeTo", completeTo.toString());
        payload.put("events", new ArrayList<>(events));
        return payload;
    }

    public String sign(Map<String, Object> payload) {
        return sign("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}", JSON.writeValueAsString(payload));
    }

    /** Signs any header and any payload. */
    public String sign(String header, String payload) {
        String content = encode(header) + "." + encode(payload);
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] bytes(String jws) {
        return jws.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String hash(String jws) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes(jws)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
