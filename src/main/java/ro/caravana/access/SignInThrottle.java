package ro.caravana.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after {@value #TRIES} wrong passwords an account's sign-in is held for a minute. Thread-safe; forgets on
 * restart; bounded, so that made-up names cannot fill the memory.
 */
final class SignInThrottle {
    static final int TRIES = 8;
    static final Duration HOLD = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 10_000;

    private record Failures(int count, Instant last) {}

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_NAMES;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isHeld(String name) {
        Failures known = failures.get(name);
        if (known != null && known.last().plus(HOLD).isBefore(clock.instant())) {
            failures.remove(name);
            return false;
        }
        return known != null && known.count() >= TRIES;
    }

    synchronized void failed(String name) {
        if (name.length() > Account.LONGEST_NAME) {
            return; // nobody is called so: there is no account to guess for
        }
        Failures known = failures.remove(name);
        failures.put(name, new Failures(known == null ? 1 : known.count() + 1, clock.instant()));
    }

    synchronized void succeeded(String name) {
        failures.remove(name);
    }

    synchronized int namesRemembered() {
        return failures.size();
    }
}
