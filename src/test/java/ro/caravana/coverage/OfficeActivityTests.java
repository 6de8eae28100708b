package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ro.caravana.register.BatchApplied;

class OfficeActivityTests {
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00Z");

    private final Clock clock = mock(Clock.class);
    private final OfficeActivity activity = activityAt(NOON);

    private OfficeActivity activityAt(Instant start) {
        when(clock.instant()).thenReturn(start);
        return new OfficeActivity(clock);
    }

    private void sendAfter(Duration since) {
        when(clock.instant()).thenReturn(NOON.plus(since));
        activity.on(new BatchApplied("SPCLEP-DEJ", 1, NOON, Map.of()));
    }

    private OfficeActivity.Batches after(Duration since) {
        when(clock.instant()).thenReturn(NOON.plus(since));
        return activity.of("SPCLEP-DEJ");
    }

    @Test
    void anHourIsAnHourAndADayADay() {
        sendAfter(Duration.ZERO);
        sendAfter(Duration.ofMinutes(30));
        sendAfter(Duration.ofMinutes(30));
        assertThat(after(Duration.ofMinutes(59))).isEqualTo(new OfficeActivity.Batches(3, 3, NOON));
        assertThat(after(Duration.ofMinutes(60))).isEqualTo(new OfficeActivity.Batches(2, 3, NOON));
        assertThat(after(Duration.ofHours(24)).lastDay()).isEqualTo(2);
    }

    @Test
    void theRingBeginsAnewAfterADay() {
        sendAfter(Duration.ZERO);
        sendAfter(Duration.ofHours(24));
        assertThat(after(Duration.ofHours(24))).isEqualTo(new OfficeActivity.Batches(1, 1, NOON));
    }

    @Test
    void whoHasSentNothingHasSentNothing() {
        assertThat(activity.of("SPCLEP-TURDA")).isEqualTo(new OfficeActivity.Batches(0, 0, NOON));
    }
}
