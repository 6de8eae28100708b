package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SenderLimitTests {
    private Instant now = Instant.parse("2027-03-18T10:00:00Z");
    private final SenderLimit limit = SenderLimit.aMinute(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            3);

    @Test
    void theFourthTimeWithinAMinuteWaitsForTheRestOfIt() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.count("10.0.0.1")).isEmpty();
        }
        now = now.plusSeconds(20);
        assertThat(limit.count("10.0.0.1")).hasValue(40);
        assertThat(limit.count("10.0.0.2")).isEmpty();
        now = now.plusSeconds(40);
        assertThat(limit.count("10.0.0.1")).isEmpty();
    }

    @Test
    void whoChangesHisAddressEveryTimeIsSlowedToo() {
        for (int i = 0; i < 60; i++) {
            assertThat(limit.count("10.0.1." + i)).isEmpty();
        }
        assertThat(limit.count("10.0.2.1")).isPresent();
    }

    @Test
    void whoNeverStopsUsesUpNothingOfTheOthers() {
        for (int i = 0; i < 1_000; i++) {
            limit.count("10.0.0.1");
        }
        assertThat(limit.count("10.0.0.2")).isEmpty();
    }

    @Test
    void askingHowLongToWaitCountsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(limit.pause("10.0.0.1")).isEmpty();
        }
        assertThat(limit.count("10.0.0.1")).isEmpty();
    }
}
