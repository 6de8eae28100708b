package ro.caravana.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.fieldwork.Reports.ARRIVED;
import static ro.caravana.fieldwork.Reports.DAY;
import static ro.caravana.fieldwork.Reports.FINISHED;
import static ro.caravana.fieldwork.Reports.RECEIVED;
import static ro.caravana.fieldwork.Reports.STARTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhoneClockTests {
    private static final long TWO_DAYS = Duration.ofDays(2).toSeconds();
    private static final Times DAY_OUT = Reports.times(Optional.of(FINISHED));

    @Test
    void aClockThatIsRightIsLeftAlone() {
        PhoneClock clock = judge(DAY_OUT, RECEIVED.plusSeconds(90));
        assertThat(clock).isEqualTo(new PhoneClock(ClockVerdict.FITS, 90));
        assertThat(clock.correct(DAY_OUT)).isEqualTo(DAY_OUT);
    }

    @Test
    void aClockTwoDaysSlowIsNoticedAndCorrected() {
        Times slow = DAY_OUT.minusSeconds(TWO_DAYS);
        PhoneClock clock = judge(slow, RECEIVED.minusSeconds(TWO_DAYS));
        assertThat(clock).isEqualTo(new PhoneClock(ClockVerdict.CORRECTED, -TWO_DAYS));
        assertThat(clock.correct(slow)).isEqualTo(DAY_OUT);
    }

    @Test
    void aClockTwoDaysFastToo() {
        Times fast = DAY_OUT.minusSeconds(-TWO_DAYS);
        PhoneClock clock = judge(fast, RECEIVED.plusSeconds(TWO_DAYS));
        assertThat(clock.verdict()).isEqualTo(ClockVerdict.CORRECTED);
        assertThat(clock.correct(fast)).isEqualTo(DAY_OUT);
    }

    /** Offline it was two days slow; back in the network the phone set its own clock before it sent. */
    @Test
    void aClockThatWasSetBeforeSendingIsDoubtful() {
        assertThat(judge(DAY_OUT.minusSeconds(TWO_DAYS), RECEIVED).verdict()).isEqualTo(ClockVerdict.DOUBTFUL);
    }

    @Test
    void nobodyFinishesInTheFuture() {
        Instant beforeTheEnd = FINISHED.minusSeconds(130);
        assertThat(PhoneClock.judge(DAY_OUT, Optional.of(beforeTheEnd), beforeTheEnd, Set.of(DAY))
                        .verdict())
                .isEqualTo(ClockVerdict.DOUBTFUL);
    }

    @Test
    void aPhoneThatDoesNotSayIsBelievedWhereItsTimesFitTheDay() {
        assertThat(PhoneClock.judge(DAY_OUT, Optional.empty(), RECEIVED, Set.of(DAY))
                        .verdict())
                .isEqualTo(ClockVerdict.FITS);
        LocalDate other = DAY.plusDays(1);
        assertThat(PhoneClock.judge(DAY_OUT, Optional.empty(), RECEIVED, Set.of(other))
                        .verdict())
                .isEqualTo(ClockVerdict.DOUBTFUL);
        assertThat(PhoneClock.judge(DAY_OUT, Optional.empty(), RECEIVED, Set.of(other, DAY))
                        .verdict())
                .isEqualTo(ClockVerdict.FITS);
    }

    /** Set off by a clock two days slow, which the network put right on the way: else the team was out for fifty hours. */
    @Test
    void aClockThatWasSetOnTheWayIsDoubtful() {
        Times set = new Times(Optional.of(STARTED.minusSeconds(TWO_DAYS)), Optional.of(ARRIVED), Optional.of(FINISHED));
        assertThat(judge(set, RECEIVED).verdict()).isEqualTo(ClockVerdict.DOUBTFUL);
        Set<LocalDate> moved = Set.of(DAY.minusDays(2), DAY);
        assertThat(PhoneClock.judge(set, Optional.of(RECEIVED), RECEIVED, moved).verdict())
                .as("nor is a visit of three days, though it was once meant for the first")
                .isEqualTo(ClockVerdict.DOUBTFUL);
    }

    /** Hours that were typed from paper are those of the wall, whatever the phone's clock says when they are sent. */
    @Test
    void typedHoursAreNotCorrected() {
        PhoneClock clock = judge(DAY_OUT, RECEIVED.plusSeconds(TWO_DAYS));
        assertThat(clock).isEqualTo(new PhoneClock(ClockVerdict.FITS, TWO_DAYS));
        assertThat(clock.correct(DAY_OUT)).isEqualTo(DAY_OUT);
    }

    private static PhoneClock judge(Times told, Instant sent) {
        return PhoneClock.judge(told, Optional.of(sent), RECEIVED, Set.of(DAY));
    }
}
