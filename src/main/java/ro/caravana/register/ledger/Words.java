package ro.caravana.register.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words that packed rows name by number: how many (2 bytes), then each one's length (1 byte) and letters (ASCII). Not
 * thread-safe.
 */
final class Words {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** A word's number; 2 bytes. */
    short number(String word) {
        return (short) (int) numbers.computeIfAbsent(word, added -> numbers.size());
    }

    int bytes() {
        return Short.BYTES
                + numbers.keySet().stream().mapToInt(word -> word.length() + 1).sum();
    }

    void write(ByteBuffer out) {
        out.putShort((short) numbers.size());
        for (String word : numbers.keySet()) {
            out.put((byte) word.length()).put(word.getBytes(StandardCharsets.US_ASCII));
        }
    }

    static String[] read(ByteBuffer in) {
        String[] words = new String[Short.toUnsignedInt(in.getShort())];
        for (int at = 0; at < words.length; at++) {
            byte[] letters = new byte[Byte.toUnsignedInt(in.get())];
            in.get(letters);
            words[at] = new String(letters, StandardCharsets.US_ASCII);
        }
        return words;
    }

    /** The word whose number comes next. */
    static String next(ByteBuffer in, String[] words) {
        return words[Short.toUnsignedInt(in.getShort())];
    }
}
