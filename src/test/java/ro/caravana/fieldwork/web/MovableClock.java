package ro.caravana.fieldwork.web;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application's clock, for stories that go from the planning of a visit to its day. */
public final class MovableClock extends Clock {
    public static final Instant WHILE_PLANNING = Instant.parse("2026-11-22T10:00:00Z");

    private volatile Instant now = WHILE_PLANNING;

    /** Put into an application test with {@code @Import}. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Setting {
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
