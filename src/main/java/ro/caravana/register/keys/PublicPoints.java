package ro.caravana.register.keys;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Which 32 bytes are a public key that only the holder of a secret can sign for (RFC 8032, section 5.1; the points of small order are
 * those of the curve's cofactor 8).
 */
final class PublicPoints {
    private static final int BYTES = 32;

    /** The y of every point of small order, little-endian without the sign of x, also as written beyond the prime. */
    private static final Set<String> SMALL_ORDER = Set.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private PublicPoints() {}

    /** Whether it has the length that a key has, in base64url without padding. */
    static boolean isWritten(String x) {
        try {
            return !x.contains("=") && Base64.getUrlDecoder().decode(x).length == BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Whether it lies on the curve. Under a point of small order anybody can sign: it is not a key. */
    static boolean isKey(String x) {
        byte[] y = Base64.getUrlDecoder().decode(x);
        y[BYTES - 1] &= 0x7f;
        if (SMALL_ORDER.contains(HexFormat.of().formatHex(y))) {
            return false;
        }
        try {
            Signature.getInstance("Ed25519")
                    .initVerify(
                            OctetKeyPairJsonWebKey.Factory.newPublicJwk(Map.of("kty", "OKP", "crv", "Ed25519", "x", x))
                                    .getPublicKey());
            return true;
        } catch (GeneralSecurityException | JoseException | RuntimeException offTheCurve) {
            return false;
        }
    }
}
