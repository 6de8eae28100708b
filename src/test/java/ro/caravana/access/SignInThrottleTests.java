package ro.caravana.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {
    private final SignInThrottle throttle = new SignInThrottle(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    @Test
    void aNameIsHeldAfterSomeTries() {
        fail("maria", SignInThrottle.TRIES - 1);
        assertThat(throttle.isHeld("maria")).isFalse();
        fail("maria", 1);
        assertThat(throttle.isHeld("maria")).isTrue();
        assertThat(throttle.isHeld("ion")).isFalse();
    }

    /** Ten thousand names of two megabytes each would fill the memory; no account is called so. */
    @Test
    void aNameThatNoAccountCanHaveIsNotRemembered() {
        String endless = "a".repeat(10_000);
        fail(endless, 1);
        assertThat(throttle.namesRemembered()).isZero();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name);
        }
    }
}
