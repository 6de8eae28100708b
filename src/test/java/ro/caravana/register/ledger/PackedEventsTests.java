package ro.caravana.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ro.caravana.register.Change;
import ro.caravana.register.RegisterEvent;
import ro.caravana.register.batch.EventReader;
import ro.caravana.statistics.CaseCategory;

class PackedEventsTests {
    @Test
    void everyFieldComesBack() {
        List<Counted> events = new ArrayList<>();
        for (CaseCategory category : CaseCategory.values()) {
            for (Change change : Change.values()) {
                events.add(counted(category, change, "14-17", "F", 1, "2027-03-17T09:00:00.123456Z"));
                events.add(counted(category, change, "", "", EventReader.MOST_CASES, "1900-01-01T00:00:00Z"));
                events.add(counted(category, change, "100-999", "M", 2, "2200-01-01T00:00:00Z"));
            }
        }
        byte[] packed = PackedEvents.pack(events);
        assertThat(PackedEvents.unpack(packed)).isEqualTo(events);
        assertThat(PackedEvents.pack(events)).isEqualTo(packed);
    }

    @Test
    void aThousandAgeBandsFitToo() {
        List<Counted> events = new ArrayList<>();
        for (int age = 0; age < 1_000; age++) {
            events.add(counted(CaseCategory.NO_ID, Change.OPENED, age + "+", "", 1, "2027-03-17T09:00:00Z"));
        }
        assertThat(PackedEvents.unpack(PackedEvents.pack(events))).isEqualTo(events);
    }

    @Test
    void nothingAndAnotherVersion() {
        byte[] nothing = PackedEvents.pack(List.of());
        assertThat(PackedEvents.unpack(nothing)).isEmpty();
        nothing[0] = 2;
        assertThatIllegalStateException().isThrownBy(() -> PackedEvents.unpack(nothing));
    }

    private static Counted counted(
            CaseCategory category, Change change, String ageBand, String sex, int cases, String at) {
        return new Counted(
                new RegisterEvent(UUID.randomUUID(), Instant.parse(at), 54_975, category, change, ageBand, sex, cases),
                cases == 2);
    }
}
