package ro.caravana.register.ledger;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import ro.caravana.register.Kind;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;

/**
 * The sums of one place and day as bytes: a row for each kind of case and person would be twenty rows to look for, not one.
 *
 * <pre>
 *   version (1 byte) | words ({@link Words}) | kinds: 30 bytes each, naming words by number, in order
 * </pre>
 *
 * The same sums give the same bytes.
 */
final class PackedSums {
    private static final byte VERSION = 1;
    private static final int KIND_BYTES = 3 * Short.BYTES + 3 * Long.BYTES;

    private PackedSums() {}

    /** Sums that are nothing are left out. */
    static byte[] pack(Map<Kind, Sums> sums) {
        Words words = new Words();
        ByteBuffer body = ByteBuffer.allocate(sums.size() * KIND_BYTES);
        for (Entry<Kind, Sums> entry : new TreeMap<>(sums).entrySet()) {
            Sums sum = entry.getValue();
            if (!sum.equals(Sums.NONE)) {
                body.putShort(words.number(entry.getKey().category().name()));
                body.putShort(words.number(entry.getKey().ageBand()));
                body.putShort(words.number(entry.getKey().sex()));
                body.putLong(sum.opened()).putLong(sum.resolved()).putLong(sum.withdrawn());
            }
        }
        ByteBuffer whole = ByteBuffer.allocate(1 + words.bytes() + body.flip().limit());
        whole.put(VERSION);
        words.write(whole);
        return whole.put(body).array();
    }

    /** @throws IllegalStateException where the bytes are of another version */
    static Map<Kind, Sums> unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (in.get() != VERSION) {
            throw new IllegalStateException("packed by a newer version; run ./run register --rebuild");
        }
        String[] words = Words.read(in);
        Map<Kind, Sums> sums = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            Kind kind =
                    new Kind(CaseCategory.valueOf(Words.next(in, words)), Words.next(in, words), Words.next(in, words));
            sums.put(kind, new Sums(in.getLong(), in.getLong(), in.getLong()));
        }
        return sums;
    }
}
