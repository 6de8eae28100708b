package ro.caravana.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Slows down who sends too often without an account: within a minute one sender may do something so many times, and all senders
 * together twenty times as often, for one who changes his own address every time. Thread-safe; forgets on restart; bounded.
 */
public final class SenderPace {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_SENDERS = 10_000;
    private static final int ALL_TOGETHER = 20;
    private static final Window NONE = new Window(Instant.EPOCH, 0);

    private record Window(Instant since, int times) {}

    private final Clock clock;
    private final int most;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_SENDERS;
        }
    };
    private Window all = NONE;

    /** @param most times a minute that one sender is let through */
    public SenderPace(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Counts one more; where that is too often, the seconds to wait until the sender is heard again. */
    public synchronized OptionalLong count(String sender) {
        Instant now = clock.instant();
        Window own = counted(windows.getOrDefault(sender, NONE), now);
        windows.put(sender, own);
        all = counted(all, now);
        if (own.times() <= most && all.times() <= most * ALL_TOGETHER) {
            return OptionalLong.empty();
        }
        Window full = own.times() > most ? own : all;
        return OptionalLong.of(
                Math.max(1, Duration.between(now, full.since().plus(WINDOW)).toSeconds()));
    }

    private static Window counted(Window before, Instant now) {
        boolean over = !now.isBefore(before.since().plus(WINDOW));
        return over ? new Window(now, 1) : new Window(before.since(), before.times() + 1);
    }
}
