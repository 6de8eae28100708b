package ro.caravana.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.fieldwork.Reports.FIRST;
import static ro.caravana.fieldwork.Reports.RECEIVED;
import static ro.caravana.fieldwork.Reports.SECOND;
import static ro.caravana.fieldwork.Reports.THIRD;
import static ro.caravana.fieldwork.Reports.complete;
import static ro.caravana.fieldwork.Reports.correcting;
import static ro.caravana.fieldwork.Reports.served;
import static ro.caravana.fieldwork.Reports.underWay;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitAccountTests {
    private final FieldReport first = complete(FIRST, served(20), RECEIVED);
    private final FieldReport second = complete(SECOND, served(15), RECEIVED.plusSeconds(60));

    @Test
    void oneReportIsHowTheVisitEnded() {
        VisitAccount account = account(first);
        assertThat(account.standing(first)).isEqualTo(Standing.COUNTED);
        VisitOutcome outcome = account.outcome().orElseThrow();
        assertThat(outcome.counts()).isEqualTo(first.counts());
        assertThat(outcome.noShows()).isEqualTo(40 - 20 - 3);
        assertThat(outcome.atThePlace()).contains(Duration.ofHours(4));
        assertThat(outcome.underWay()).contains(Duration.ofHours(5));
    }

    @Test
    void aVisitUnderWayHasNotEnded() {
        FieldReport report = underWay(THIRD);
        assertThat(account(report).outcome()).isEmpty();
        assertThat(account(report).standing(report)).isEqualTo(Standing.UNDER_WAY);
        assertThat(account(report, first).isDisputed()).isFalse();
    }

    @Test
    void twoPhonesAreNeverSummedSilently() {
        VisitAccount account = account(second, first);
        assertThat(account.isDisputed()).isTrue();
        assertThat(account.standing(first)).isEqualTo(Standing.DISPUTED);
        VisitOutcome outcome = account.outcome().orElseThrow();
        assertThat(outcome.disputed()).isTrue();
        assertThat(outcome.counts().servedPersons()).isEqualTo(20);
    }

    @Test
    void aPlannerKeepsOne() {
        VisitAccount account = decided(Optional.of(SECOND), Set.of(FIRST, SECOND), first, second);
        assertThat(account.standing(first)).isEqualTo(Standing.SET_ASIDE);
        assertThat(account.standing(second)).isEqualTo(Standing.COUNTED);
        assertThat(account.outcome().orElseThrow().counts()).isEqualTo(second.counts());
    }

    @Test
    void orAddsThemUpAndTheOneCarDroveOnce() {
        VisitOutcome outcome = decided(Optional.empty(), Set.of(FIRST, SECOND), first, second)
                .outcome()
                .orElseThrow();
        assertThat(outcome.counts().servedPersons()).isEqualTo(35);
        assertThat(outcome.counts().sentBackPersons()).isEqualTo(6);
        assertThat(outcome.counts().metres()).isEqualTo(48_500);
        assertThat(outcome.disputed()).isFalse();
    }

    @Test
    void aDecisionIsVoidOnceAnotherReportComes() {
        FieldReport late = complete(THIRD, served(2), RECEIVED.plusSeconds(3_600));
        assertThat(decided(Optional.of(SECOND), Set.of(FIRST, SECOND), first, second, late)
                        .isDisputed())
                .isTrue();
    }

    @Test
    void aTeamMemberCorrectsAReportWhicheverComesFirst() {
        FieldReport corrected = correcting(THIRD, FIRST, served(22), RECEIVED.minusSeconds(60));
        VisitAccount account = account(corrected, first);
        assertThat(account.standing(first)).isEqualTo(Standing.REPLACED);
        assertThat(account.outcome().orElseThrow().counts().servedPersons()).isEqualTo(22);
    }

    @Test
    void reportsThatCorrectEachOtherLeaveNoVisitWithoutAny() {
        FieldReport one = correcting(FIRST, SECOND, served(20), RECEIVED);
        FieldReport other = correcting(SECOND, FIRST, served(22), RECEIVED.plusSeconds(60));
        VisitAccount account = account(one, other);
        assertThat(account.isDisputed()).isTrue();
        assertThat(account.outcome()).isPresent();
    }

    @Test
    void nobodyCorrectsSomebodyElsesReport() {
        FieldReport mine = correcting(THIRD, FIRST, served(22), RECEIVED.plusSeconds(60));
        FieldReport theirs = new FieldReport(
                mine.id(),
                mine.bodyHash(),
                mine.about(),
                mine.heldOn(),
                mine.times(),
                mine.receivedAt(),
                0,
                ClockVerdict.FITS,
                mine.counts(),
                mine.checklist(),
                "another",
                mine.countsHash(),
                mine.replaces(),
                Optional.empty());
        assertThat(account(first, theirs).isDisputed()).isTrue();
    }

    @Test
    void severalVisitsAddUpWithEachWayDriven() {
        VisitOutcome outcome = account(first).outcome().orElseThrow();
        OutcomeTotals totals = OutcomeTotals.by(List.of(outcome, outcome), VisitOutcome::uatSiruta)
                .get(57706);
        assertThat(totals.visits()).isEqualTo(2);
        assertThat(totals.counts().servedPersons()).isEqualTo(40);
        assertThat(totals.counts().metres()).isEqualTo(97_000);
        assertThat(totals.minutes()).isEqualTo(600);
    }

    private static VisitAccount account(FieldReport... reports) {
        return new VisitAccount(List.of(reports), Optional.empty());
    }

    private static VisitAccount decided(Optional<String> kept, Set<String> seen, FieldReport... reports) {
        return new VisitAccount(
                List.of(reports), Optional.of(new Resolution(Reports.VISIT, kept, seen, RECEIVED, "planner")));
    }
}
