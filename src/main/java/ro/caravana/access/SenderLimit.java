package ro.caravana.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How often somebody without an account is heard: one sender so many times within a window, all senders together so many times, for
 * one who changes his own address every time. What is refused to one sender uses up nothing of the others'. Thread-safe; forgets on
 * restart; bounded.
 */
public final class SenderLimit {
    private static final int MOST_SENDERS = 10_000;
    private static final Window NONE = new Window(Instant.EPOCH, 0);

    private record Window(Instant since, int times) {
        Window oneMore() {
            return new Window(since, times + 1);
        }
    }

    private final Clock clock;
    private final Duration length;
    private final int mostOfOne;
    private final int mostOfAll;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MOST_SENDERS;
        }
    };
    private Window all = NONE;

    /**
     * @param length of a window, which begins with the first time something is counted
     * @param mostOfOne times that one sender is heard in it
     * @param mostOfAll times that all senders together are heard in it
     */
    public SenderLimit(Clock clock, Duration length, int mostOfOne, int mostOfAll) {
        this.clock = clock;
        this.length = length;
        this.mostOfOne = mostOfOne;
        this.mostOfAll = mostOfAll;
    }

    /** Within a minute; all together twenty times as often as one. */
    public static SenderLimit aMinute(Clock clock, int mostOfOne) {
        return new SenderLimit(clock, Duration.ofMinutes(1), mostOfOne, mostOfOne * 20);
    }

    /** Seconds until this sender is heard again, where he has used up his own times; counts nothing. */
    public synchronized OptionalLong pause(String sender) {
        Window own = open(windows.getOrDefault(sender, NONE));
        return own.times() >= mostOfOne ? untilOver(own) : OptionalLong.empty();
    }

    /** Counts one more; where that is too often, the seconds until the sender is heard again. */
    public synchronized OptionalLong count(String sender) {
        Window own = open(windows.getOrDefault(sender, NONE));
        if (own.times() >= mostOfOne) {
            return untilOver(own);
        }
        windows.put(sender, own.oneMore());
        all = open(all);
        if (all.times() >= mostOfAll) {
            return untilOver(all);
        }
        all = all.oneMore();
        return OptionalLong.empty();
    }

    private Window open(Window before) {
        Instant now = clock.instant();
        return now.isBefore(before.since().plus(length)) ? before : new Window(now, 0);
    }

    private OptionalLong untilOver(Window full) {
        return OptionalLong.of(Math.max(
                1, Duration.between(clock.instant(), full.since().plus(length)).toSeconds()));
    }
}
