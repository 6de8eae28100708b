package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIndexTests {
    private final EventIndex index = new EventIndex();

    @Test
    void aHundredThousandIdsAreFoundWhereTheyAreAndNothingElse() {
        SplittableRandom random = new SplittableRandom(2027);
        Map<UUID, Long> there = new HashMap<>();
        for (int number = 0; number < 100_000; number++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            there.put(id, 1L + number / 500);
            index.add(id, there.get(id));
        }
        assertThat(index.size()).isEqualTo(100_000);
        there.forEach((id, position) -> assertThat(positions(id)).containsExactly(position));
        for (int number = 0; number < 1_000; number++) {
            assertThat(index.mayHave(new UUID(random.nextLong(), random.nextLong())))
                    .isFalse();
        }
    }

    @Test
    void anIdIsAtSeveralPositionsAndAtEachOnce() {
        UUID id = UUID.randomUUID();
        index.add(id, 3);
        index.add(id, 9);
        index.add(id, 3);
        assertThat(positions(id)).containsExactly(3L, 9L);
        assertThat(index.size()).isEqualTo(2);
        index.clear();
        assertThat(index.mayHave(id)).isFalse();
    }

    @Test
    void idsThatCountUpSpreadToo() {
        for (long low = 0; low < 50_000; low++) {
            index.add(new UUID(0, low), 1);
        }
        assertThat(index.size()).isEqualTo(50_000);
    }

    private TreeSet<Long> positions(UUID id) {
        TreeSet<Long> positions = new TreeSet<>();
        index.forEachPosition(id, positions::add);
        return positions;
    }
}
