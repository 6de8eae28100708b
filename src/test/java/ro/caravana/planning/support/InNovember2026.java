package ro.caravana.planning.support;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Stops the application's clock, so that the year 2027 stays a year to be planned. */
@TestConfiguration(proxyBeanMethods = false)
public class InNovember2026 {
    @Bean
    @Primary
    Clock stoppedClock() {
        return Clock.fixed(Heads.NOON, ZoneOffset.UTC);
    }
}
