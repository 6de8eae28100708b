package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.statistics.CaseCategory;

class EventMemoryTests {
    private static final int POSITIONS = 50;
    private static final int EVENTS = 100;

    private final Map<Long, List<Counted>> disk = new HashMap<>();
    private final List<Long> asked = new ArrayList<>();
    private final EventMemory memory = new EventMemory(
            position -> {
                asked.add(position);
                return disk.getOrDefault(position, List.of());
            },
            position -> "office");

    private static UUID id(long position, long number) {
        return new UUID(position, number);
    }

    private static RegisterEvent event(UUID id) {
        return new RegisterEvent(
                id, Instant.parse("2027-03-18T09:00:00Z"), 1, CaseCategory.NO_ID, Change.OPENED, "", "", 1);
    }

    private void store(long position, Counted... events) {
        disk.put(position, List.of(events));
        memory.add(new CountedStore.At(position, List.of(events)));
    }

    private void fill() {
        for (long position = 1; position <= POSITIONS; position++) {
            Counted[] events = new Counted[EVENTS];
            for (int number = 0; number < EVENTS; number++) {
                events[number] = new Counted(event(id(position, number)), false);
            }
            store(position, events);
        }
    }

    /** An office that sends its whole history again, sorted another way. */
    @Test
    void oneEventOfEachOfManyBatchesHoldsOnlyThese() {
        fill();
        List<UUID> again = new ArrayList<>();
        for (long position = 1; position <= POSITIONS; position++) {
            again.add(id(position, 7));
            again.add(id(position, 8));
        }
        memory.expect(again);
        assertThat(memory.countRead()).isEqualTo(2 * POSITIONS);
        assertThat(again).allSatisfy(id -> assertThat(memory.find(id)).isPresent());
        assertThat(asked).as("each position once").hasSize(POSITIONS).doesNotHaveDuplicates();
        memory.expect(List.of(id(3, 3)));
        assertThat(memory.countRead()).isEqualTo(1);
    }

    @Test
    void whatWasUndoneLaterIsKnownAsUndoneExpectedOrNot() {
        UUID id = id(1, 1);
        store(1, new Counted(event(id), false));
        store(2, new Counted(event(id), true));
        Optional<Counting.Known> undone = Optional.of(new Counting.Known(event(id), true, "office"));
        assertThat(memory.find(id)).isEqualTo(undone);
        memory.expect(List.of(id, id(9, 9)));
        assertThat(memory.find(id)).isEqualTo(undone);
        assertThat(memory.find(id(9, 9))).isEmpty();
    }
}
