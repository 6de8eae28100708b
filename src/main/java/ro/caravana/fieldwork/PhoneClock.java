package ro.caravana.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * How far a phone's clock is off, found by comparing its time of sending with ours. Off by more than the network explains, all of its
 * times are moved by that.
 *
 * @param skewSeconds the phone's minus ours; 0 where the phone did not say
 */
record PhoneClock(ClockVerdict verdict, long skewSeconds) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    /** A slow network holds a report that long between sending and arrival. */
    private static final Duration TOLERATED = Duration.ofMinutes(2);

    /**
     * @param told by the phone's clock
     * @param sentAt by the phone's clock
     * @param received by ours
     * @param days the visit was ever meant for: a team may be out while the office moves it
     */
    static PhoneClock judge(Times told, Optional<Instant> sentAt, Instant received, Set<LocalDate> days) {
        long skew =
                sentAt.map(sent -> Duration.between(received, sent).toSeconds()).orElse(0L);
        boolean off = Math.abs(skew) > TOLERATED.toSeconds();
        ClockVerdict verdict = off ? ClockVerdict.CORRECTED : ClockVerdict.FITS;
        Optional<Instant> last = told.minusSeconds(off ? skew : 0).last();
        boolean believable =
                last.map(time -> isBelievable(time, received, days)).orElse(true);
        return new PhoneClock(believable ? verdict : ClockVerdict.DOUBTFUL, skew);
    }

    private static boolean isBelievable(Instant time, Instant received, Set<LocalDate> days) {
        return !time.isAfter(received.plus(TOLERATED)) && days.contains(dayOf(time));
    }

    Times correct(Times told) {
        return Math.abs(skewSeconds) > TOLERATED.toSeconds() ? told.minusSeconds(skewSeconds) : told;
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }
}
