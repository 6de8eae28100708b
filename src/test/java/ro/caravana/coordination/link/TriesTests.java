package ro.caravana.coordination.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TriesTests {
    private Instant now = Instant.parse("2027-03-01T10:00:00Z");
    private final Tries tries = new Tries(new Clock() {
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
    });

    @Test
    void ofTenThousandTriesTwentyAreLookedAt() {
        assertThat(lookedAt("10.0.0.1", 10_000)).isEqualTo(Tries.MISSES);
        assertThatExceptionOfType(LinkProblem.TooManyTries.class)
                .isThrownBy(() -> tries.mayTry("10.0.0.1"))
                .satisfies(refusal ->
                        assertThat(refusal.retryAfterSeconds().orElse(0)).isEqualTo(60));
    }

    private int lookedAt(String sender, int count) {
        int looked = 0;
        for (int i = 0; i < count; i++) {
            try {
                tries.mayTry(sender);
                looked++;
                tries.missed(sender);
            } catch (LinkProblem.TooManyTries wait) {
                assertThat(wait.status()).isEqualTo(429);
            }
        }
        return looked;
    }

    @Test
    void othersGoOnAndTheSenderDoesAfterAMinute() {
        lookedAt("10.0.0.1", 100);
        assertThatCode(() -> tries.mayTry("10.0.0.2")).doesNotThrowAnyException();
        now = now.plus(Duration.ofSeconds(59));
        assertThatExceptionOfType(LinkProblem.TooManyTries.class).isThrownBy(() -> tries.mayTry("10.0.0.1"));
        now = now.plus(Duration.ofSeconds(1));
        assertThatCode(() -> tries.mayTry("10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void whoChangesHisAddressWithEveryTryIsSlowedToo() {
        int answered = 0;
        for (int i = 0; i < 10_000; i++) {
            String sender = "10.1." + i / 250 + "." + i % 250;
            tries.mayTry(sender);
            try {
                tries.missed(sender);
                answered++;
            } catch (LinkProblem.TooManyTries wait) {
                assertThat(wait.retryAfterSeconds()).isPresent();
            }
        }
        assertThat(answered).isEqualTo(Tries.MISSES_OF_ALL);
    }
}
