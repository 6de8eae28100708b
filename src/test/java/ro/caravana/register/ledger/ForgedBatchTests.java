package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.register.support.OfficePen.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.register.RegisterProblem;
import ro.caravana.register.batch.CompactJws;
import ro.caravana.register.support.OfficePen;
import ro.caravana.store.TestDatabase;

/** Ten thousand batches that somebody has tampered with: none is taken in, each is refused as a caller's fault. */
class ForgedBatchTests {
    private static final int FORGERIES = 10_000;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private enum Trick {
        FLIPPED_BIT,
        CHANGED_LETTER,
        TRUNCATED,
        WRONG_KEY,
        ALGORITHM_NONE,
        HMAC_WITH_PUBLIC_KEY,
        SWAPPED_KID,
        EMBEDDED_KEY,
        DUPLICATE_NAMES,
        HUGE_NUMBER,
        DEEP_NESTING,
        PADDED
    }

    private final Feed feed = new Feed(TestDatabase.h2gis(), 1e9);
    private final OfficePen pen = feed.pen("key-1");
    private final OfficePen second = feed.pen("key-2");
    private final OfficePen stranger = new OfficePen(feed.office(), "key-1");
    private final Random random = new Random(2027);

    @Test
    void noneIsTakenIn() {
        Map<Trick, Integer> refused = new EnumMap<>(Trick.class);
        String good = pen.peek(Feed.NOON, List.of(anEvent()));
        for (int number = 0; number < FORGERIES; number++) {
            Trick trick = Trick.values()[number % Trick.values().length];
            byte[] forged = forge(trick, good);
            if (Arrays.equals(forged, OfficePen.bytes(good))) {
                continue;
            }
            try {
                feed.intake.accept(forged);
            } catch (RegisterProblem problem) {
                assertThat(problem.status()).as("%s", trick).isBetween(400, 499);
                refused.merge(trick, 1, Integer::sum);
                continue;
            }
            throw new AssertionError(trick + " was taken in");
        }
        assertThat(refused).hasSize(Trick.values().length);
        assertThat(refused.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(FORGERIES - 60);
        assertThat(feed.sums()).isEmpty();
        assertThat(feed.offices.listStatus().get(0).lastSequence()).isZero();
        assertThat(feed.send(good).applied())
                .as("the true one is still welcome")
                .isEqualTo(1);
    }

    /** Nobody needs an account to send them. */
    @Test
    void millionsOfDotsCostNoMoreThanTheirBytes() {
        byte[] dots = new byte[5_000_000];
        Arrays.fill(dots, (byte) '.');
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(CompactJws.of(dots)).isEmpty();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4L * dots.length);
    }

    private static Map<String, Object> anEvent() {
        return event(UUID.randomUUID(), "2027-03-17T09:00:00Z", SmallCounty.HAMLET, "NO_ID", "OPENED", 3);
    }

    private byte[] forge(Trick trick, String good) {
        byte[] bytes = OfficePen.bytes(good);
        String[] parts = good.split("\\.");
        return switch (trick) {
            case FLIPPED_BIT -> {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case CHANGED_LETTER -> {
                // also the last one, whose spare bits a lenient decoder would not look at
                bytes[bytes.length - 1 - random.nextInt(random.nextBoolean() ? 1 : bytes.length)] =
                        (byte) "ABCDEFGHIJKLMNOPQRSTUVWXYZ-_=. ".charAt(random.nextInt(31));
                yield bytes;
            }
            case TRUNCATED -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case WRONG_KEY -> OfficePen.bytes(stranger.peek(Feed.NOON, List.of(anEvent())));
            case ALGORITHM_NONE -> ascii(encode("{\"alg\":\"none\",\"kid\":\"key-1\"}") + "." + parts[1] + ".");
            case HMAC_WITH_PUBLIC_KEY ->
                ascii(encode("{\"alg\":\"HS256\",\"kid\":\"key-1\"}") + "." + parts[1] + "." + parts[2]);
            case SWAPPED_KID ->
                ascii(encode("{\"alg\":\"EdDSA\",\"kid\":\"key-2\"}") + "." + parts[1] + "." + parts[2]);
            case EMBEDDED_KEY ->
                OfficePen.bytes(stranger.sign(
                        "{\"alg\":\"EdDSA\",\"kid\":\"key-1\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                                + stranger.x() + "\"}}",
                        payload("")));
            case DUPLICATE_NAMES -> signed(payload(",\"sequence\":" + (1 + random.nextInt(9))));
            case HUGE_NUMBER -> signed(payload(",\"extra\":1" + "0".repeat(50 + random.nextInt(3_000))));
            case DEEP_NESTING -> signed(payload(",\"extra\":" + "[".repeat(9 + random.nextInt(5_000))));
            case PADDED -> ascii(good + "=".repeat(1 + random.nextInt(3)));
        };
    }

    /** Signed by a real key, as a broken or stolen office would. */
    private byte[] signed(String payload) {
        OfficePen either = random.nextBoolean() ? pen : second;
        return OfficePen.bytes(either.sign("{\"alg\":\"EdDSA\",\"kid\":\"" + either.kid() + "\"}", payload));
    }

    private String payload(String addition) {
        return "{\"office\":\"" + feed.office()
                + "\",\"sequence\":1,\"previous\":\"\",\"createdAt\":\"2027-03-18T10:00:00Z\","
                + "\"completeTo\":\"2027-03-18T10:00:00Z\",\"events\":[]" + addition + "}";
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
