package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much is read at once. */
class ReadingRoomTests {
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
        crowd(new ReadingRoom(10), 5);
        assertThat(most).hasValueLessThanOrEqualTo(2);
    }

    @Test
    void whatIsLargerThanTheRoomIsReadAlone() {
        crowd(new ReadingRoom(10), 11);
        assertThat(most).hasValue(1);
    }

    @Test
    void aFailureLeavesTheRoom() {
        ReadingRoom room = new ReadingRoom(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> room.read(1, () -> {
                    throw new IllegalStateException("unreadable");
                })))
                .isInstanceOf(IllegalStateException.class);
        assertThat(room.read(1, () -> "next")).isEqualTo("next");
    }
}
