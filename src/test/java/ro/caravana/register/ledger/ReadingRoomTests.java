package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ro.caravana.register.RegisterProblem;

/** How much is read at once. */
class ReadingRoomTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private int read() {
        int now = inside.incrementAndGet();
        most.accumulateAndGet(now, Math::max);
        Thread.yield();
        inside.decrementAndGet();
        return now;
    }

    private void crowd(ReadingRoom room, int size) {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Integer>> all = IntStream.range(0, 2_000)
                    .mapToObj(sender -> CompletableFuture.supplyAsync(() -> room.read(size, this::read), senders))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void noMoreIsReadAtOnceThanFits() {
        crowd(new ReadingRoom(10, 8, LONG), 5);
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void whatIsLargerThanTheRoomIsReadAlone() {
        crowd(new ReadingRoom(10, 8, LONG), 11);
        assertThat(most).hasValue(1);
    }

    @Test
    void aFailureLeavesTheRoom() {
        ReadingRoom room = new ReadingRoom(1, 8, LONG);
        assertThat(catchThrowable(() -> room.read(1, () -> {
                    throw new IllegalStateException("unreadable");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(room.read(1, () -> "next")).isEqualTo("next");
    }

    /** Whoever waits holds a worker: only so many may, the others are asked to come again. */
    @Test
    void whoFindsNoRoomAndNoSeatIsAskedToComeAgain() {
        ReadingRoom room = new ReadingRoom(10, 1, LONG);
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> room.read(10, first::join));
        await().until(room::isFull);
        CompletableFuture<String> seated = CompletableFuture.supplyAsync(() -> room.read(10, () -> "seated"));
        await().until(() -> room.waiting() == 1);
        assertThatExceptionOfType(RegisterProblem.TooOften.class).isThrownBy(() -> room.read(1, () -> "standing"));
        first.complete("first");
        assertThat(reading).succeedsWithin(LONG).isEqualTo("first");
        assertThat(seated).succeedsWithin(LONG).isEqualTo("seated");
    }

    @Test
    void nobodyWaitsForEver() {
        ReadingRoom room = new ReadingRoom(10, 1, Duration.ofMillis(1));
        assertThat(room.<Boolean>read(
                        10, () -> catchThrowable(() -> room.read(1, () -> "late")) instanceof RegisterProblem.TooOften))
                .isTrue();
        assertThat(room.read(10, () -> "next")).isEqualTo("next");
    }
}
