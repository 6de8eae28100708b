package ro.caravana.register.batch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A JWS in compact serialisation (RFC 7515, section 7.1) as it came: three canonical base64url parts and nothing else. A part
 * that decodes but is not what its bytes encode to (padding, other letters, set spare bits) is refused, so that a signed text
 * has one form only.
 */
public record CompactJws(String text, byte[] header, byte[] payload, byte[] signature) {
    private static final int MAX_HEADER_CHARS = 1_000;
    private static final int PARTS = 3;

    /** Empty where the bytes are no compact JWS. Nothing of the payload is read. */
    public static Optional<CompactJws> of(byte[] received) {
        String text = new String(received, StandardCharsets.ISO_8859_1);
        String[] parts = text.split("\\.", PARTS + 1); // anybody may send five million dots
        if (parts.length != PARTS || parts[0].isEmpty() || parts[0].length() > MAX_HEADER_CHARS || parts[2].isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CompactJws(text, decode(parts[0]), decode(parts[1]), decode(parts[2])));
        } catch (IllegalArgumentException notCanonical) {
            return Optional.empty();
        }
    }

    /** Whether two texts carry the same payload, byte for byte, whoever signed them. */
    public static boolean samePayload(String one, String other) {
        return payloadPart(one).equals(payloadPart(other));
    }

    private static String payloadPart(String text) {
        return text.substring(text.indexOf('.') + 1, text.lastIndexOf('.'));
    }

    /** What is signed: header and payload as they came. */
    byte[] signed() {
        return text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] decode(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("not canonical");
        }
        return bytes;
    }
}
