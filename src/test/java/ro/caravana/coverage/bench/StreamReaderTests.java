package ro.caravana.coverage.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamReaderTests {
    private static final String EVENTS =
            "id:a-1\nevent:snapshot\ndata:{\"asOf\":\"2027-03-18\",\"county\":{\"siruta\":0,"
                    + "\"opened\":{\"count\":120},\"resolved\":{\"count\":7}},\"rows\":["
                    + "{\"opened\":{\"count\":9}},".repeat(300) + "]}\n\n"
                    + ":\n\n"
                    + "id:a-2\nevent:changed\ndata:{\"county\":{\"siruta\":0,\"opened\":{\"count\":170}},\"rows\":[]}\n\n"
                    + "id:a-3\nevent:changed\ndata:{\"county\":{\"opened\":{\"count\":9";

    private final List<Long> counties = new ArrayList<>();
    private final StreamReader reader = new StreamReader(counties::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 100_000})
    void everyWholeEventIsReadOnceInWhateverPiecesItComes(int size) {
        byte[] all = EVENTS.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < all.length; from += size) {
            reader.read(java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + size)));
        }
        assertThat(counties).containsExactly(120L, 170L);
    }

    @Test
    void theNearestRankIsThePercentile() {
        Percentiles times = new Percentiles();
        assertThat(times.at(0.99)).isZero();
        for (int millis = 1; millis <= 100; millis++) {
            times.add(millis * 1_000_000L);
        }
        assertThat(times.at(0.5)).isEqualTo(50);
        assertThat(times.at(0.99)).isEqualTo(99);
        assertThat(times.at(1)).isEqualTo(100);
    }

    @Test
    void anUpdateIsThereWhenTheLastReaderHasIt() {
        Update update = new Update(50, 2);
        assertThat(update.isIn(49)).isFalse();
        assertThat(update.isIn(50)).isTrue();
        assertThat(update.seen(900)).as("seen before it was answered").isZero();
        update.answered(1_000);
        assertThat(update.hasReachedEverybody()).isFalse();
        assertThat(update.seen(1_300)).isEqualTo(300);
        assertThat(update.hasReachedEverybody()).isTrue();
        assertThat(update.nanosToTheLast()).isEqualTo(300);
    }
}
