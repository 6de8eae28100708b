package ro.caravana.register.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.statistics.CaseCategory;

/**
 * The events of one batch as bytes, some 40 each: a row of their own for each would cost more than everything else together.
 *
 * <pre>
 *   version (1 byte) | words ({@link Words}) | events: 39 bytes each, naming words by number
 * </pre>
 *
 * The same events in the same order give the same bytes.
 */
final class PackedEvents {
    private static final byte VERSION = 1;
    private static final int EVENT_BYTES = 16 + 8 + 4 + 4 * 2 + 2 + 1;

    private PackedEvents() {}

    static byte[] pack(List<Counted> events) {
        Words words = new Words();
        ByteBuffer body = ByteBuffer.allocate(events.size() * EVENT_BYTES);
        for (Counted counted : events) {
            RegisterEvent event = counted.event();
            body.putLong(event.id().getMostSignificantBits());
            body.putLong(event.id().getLeastSignificantBits());
            body.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, event.at()));
            body.putInt(event.siruta());
            body.putShort(words.number(event.category().name()));
            body.putShort(words.number(event.change().name()));
            body.putShort(words.number(event.ageBand()));
            body.putShort(words.number(event.sex()));
            body.putShort((short) event.cases());
            body.put((byte) (counted.undoing() ? 1 : 0));
        }
        ByteBuffer whole = ByteBuffer.allocate(1 + words.bytes() + body.capacity());
        whole.put(VERSION);
        words.write(whole);
        return whole.put(body.flip()).array();
    }

    /** @throws IllegalStateException where the bytes are of another version */
    static List<Counted> unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (in.get() != VERSION) {
            throw new IllegalStateException("packed by a newer version; run ./run register --rebuild");
        }
        String[] words = Words.read(in);
        List<Counted> events = new ArrayList<>(in.remaining() / EVENT_BYTES);
        while (in.hasRemaining()) {
            events.add(event(in, words));
        }
        return events;
    }

    private static Counted event(ByteBuffer in, String[] words) {
        UUID id = new UUID(in.getLong(), in.getLong());
        Instant at = Instant.EPOCH.plus(in.getLong(), ChronoUnit.MICROS);
        int siruta = in.getInt();
        CaseCategory category = CaseCategory.valueOf(Words.next(in, words));
        Change change = Change.valueOf(Words.next(in, words));
        String ageBand = Words.next(in, words);
        String sex = Words.next(in, words);
        int cases = Short.toUnsignedInt(in.getShort());
        return new Counted(new RegisterEvent(id, at, siruta, category, change, ageBand, sex, cases), in.get() == 1);
    }
}
