package ro.caravana.register.keys;

import java.util.Base64;
import java.util.HexFormat;

/** Forms of a key's thumbprint. */
public final class Fingerprints {
    private static final int SPOKEN_BYTES = 16;

    private Fingerprints() {}

    /** "3f2a 91c0 …": eight groups, 128 bits, enough to tell keys apart against anybody. */
    public static String spoken(String thumbprint) {
        byte[] bytes = Base64.getUrlDecoder().decode(thumbprint);
        return HexFormat.of().formatHex(bytes, 0, SPOKEN_BYTES).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Whether a person's typing means this key: spaces, hyphens and case do not matter; the whole thumbprint is taken too. */
    public static boolean isSame(String typed, String thumbprint) {
        return typed.replaceAll("[\\s-]", "")
                        .equalsIgnoreCase(spoken(thumbprint).replace(" ", ""))
                || typed.equals(thumbprint);
    }
}
