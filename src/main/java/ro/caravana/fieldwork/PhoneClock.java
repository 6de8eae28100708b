package ro.caravana.fieldwork;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        if (isBelievable(told.minusSeconds(off ? skew : 0), received, days)) {
            return new PhoneClock(off ? ClockVerdict.CORRECTED : ClockVerdict.FITS, skew);
        }
        // typed from paper: these hours are right, whatever the phone's clock says
        boolean typed = isBelievable(told, received, days);
        return new PhoneClock(typed ? ClockVerdict.FITS : ClockVerdict.DOUBTFUL, skew);
    }

    /** All on one day that the visit was meant for: a clock that was set while the team was out makes a visit of days. */
    private static boolean isBelievable(Times times, Instant received, Set<LocalDate> days) {
        Set<LocalDate> spoken = times.all().map(PhoneClock::dayOf).collect(Collectors.toSet());
        return spoken.size() <= 1
                && days.containsAll(spoken)
                && times.all().noneMatch(time -> time.isAfter(received.plus(TOLERATED)));
    }

    Times correct(Times told) {
        boolean off = Math.abs(skewSeconds) > TOLERATED.toSeconds();
        return off && verdict != ClockVerdict.FITS ? told.minusSeconds(skewSeconds) : told;
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZONE);
    }
}
