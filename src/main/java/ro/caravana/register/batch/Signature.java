package ro.caravana.register.batch;

import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Who a batch says has signed it, and whether that is true. EdDSA with Ed25519 only (RFC 8037); thread-safe. */
public final class Signature {
    private static final AlgorithmConstraints ED25519 =
            new AlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private Signature() {}

    /** The kid in the protected header; empty where there is none. Not to be believed before {@link #holds}. */
    public static Optional<String> findKid(CompactJws jws) {
        try {
            return Optional.ofNullable(read(jws).getKeyIdHeaderValue());
        } catch (JoseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether the key has signed exactly these bytes. The key never comes from the batch itself.
     *
     * @param x the raw public key, base64url
     */
    public static boolean holds(CompactJws jws, String x) {
        try {
            JsonWebSignature signature = read(jws);
            signature.setAlgorithmConstraints(ED25519);
            signature.setKey(publicKey(x));
            return signature.verifySignature();
        } catch (JoseException | RuntimeException forged) {
            return false;
        }
    }

    /** A payload signed as an office does, in compact serialisation. The key holds its private half. */
    public static String sign(String payload, OctetKeyPairJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(payload);
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws JoseException where x is no Ed25519 key */
    public static PublicKey publicKey(String x) throws JoseException {
        return OctetKeyPairJsonWebKey.Factory.newPublicJwk(Map.of("kty", "OKP", "crv", "Ed25519", "x", x))
                .getPublicKey();
    }

    private static JsonWebSignature read(CompactJws jws) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(jws.text());
        return signature;
    }
}
