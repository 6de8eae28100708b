package ro.caravana.register.batch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;
import ro.caravana.register.RegisterProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who a batch says has signed it, and whether that is true: EdDSA with Ed25519 only (RFC 8037), over the bytes as they came. Keys
 * are read by jose4j; the signature is checked with the JDK, since jose4j decodes the payload and encodes it again first.
 * Thread-safe.
 */
public final class Signature {
    private static final String ALGORITHM = "EdDSA";
    private static final String CURVE = "Ed25519";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Signature() {}

    /** The kid in the protected header; empty where there is none. Not to be believed before {@link #holds}. */
    public static Optional<String> findKid(CompactJws jws) {
        return header(jws)
                .map(header -> header.path("kid"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue);
    }

    /**
     * Whether the key has signed exactly these bytes. Key and algorithm never come from the batch itself; a header that changes
     * what is signed or must be understood (b64, crit; RFC 7515, section 4.1.11, RFC 7797) is refused.
     *
     * @param x the raw public key, base64url
     */
    public static boolean holds(CompactJws jws, String x) {
        Optional<JsonNode> header = header(jws);
        if (header.isEmpty()
                || !ALGORITHM.equals(header.get().path("alg").asString(""))
                || header.get().has("crit")
                || header.get().has("b64")) {
            return false;
        }
        try {
            java.security.Signature verifier = java.security.Signature.getInstance(CURVE);
            verifier.initVerify(publicKey(x));
            verifier.update(jws.signed());
            return verifier.verify(jws.signature());
        } catch (GeneralSecurityException | JoseException | RuntimeException forged) {
            return false;
        }
    }

    private static Optional<JsonNode> header(CompactJws jws) {
        try {
            return Optional.of(BatchReader.parse(jws.header())).filter(JsonNode::isObject);
        } catch (RegisterProblem unreadable) {
            return Optional.empty();
        }
    }

    /** A payload signed as an office does, in compact serialisation. The key holds its private half. */
    public static String sign(String payload, OctetKeyPairJsonWebKey key) {
        String header = JsonMapper.shared()
                .createObjectNode()
                .put("alg", ALGORITHM)
                .put("kid", key.getKeyId())
                .toString();
        String signed = BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + BASE64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        try {
            java.security.Signature signer = java.security.Signature.getInstance(CURVE);
            signer.initSign(key.getPrivateKey());
            signer.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every Java from 15 on has Ed25519
        }
    }

    /** @throws JoseException where x is no Ed25519 key */
    public static PublicKey publicKey(String x) throws JoseException {
        return OctetKeyPairJsonWebKey.Factory.newPublicJwk(Map.of("kty", "OKP", "crv", CURVE, "x", x))
                .getPublicKey();
    }
}
