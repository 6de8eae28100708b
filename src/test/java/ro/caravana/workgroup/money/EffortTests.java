package ro.caravana.workgroup.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import ro.caravana.fieldwork.Counts;
import ro.caravana.fieldwork.ReportedVisit;
import ro.caravana.fieldwork.Times;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.workgroup.Budget;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Effort;
import ro.caravana.workgroup.MoneyYear;
import ro.caravana.workgroup.PlanMoney;
import ro.caravana.workgroup.Prices;

/**
 * From reports and plans to hours, kilometres and lei.
 *
 * <pre>
 * station-1, 17 March: 07:00 sets off ── visit ── visit ── 16:30 signs  =  8 h regular + 1.5 h overtime
 * </pre>
 */
class EffortTests {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 17);
    private static final int EIGHT_HOURS = 480;

    static VisitOutcome outcome(String id, String kind, String from, String to, int served, int fees, int metres) {
        Instant start = Instant.parse("2027-03-17T" + from + ":00Z");
        return new VisitOutcome(
                new ReportedVisit(id, "p", "station-1", kind, 55393, 55384, "Mociu", "Mociu", "L55393", 20),
                DAY,
                new Times(
                        Optional.of(start),
                        Optional.of(start.plusSeconds(1800)),
                        Optional.of(Instant.parse("2027-03-17T" + to + ":00Z"))),
                true,
                new Counts(Map.of(CaseCategory.NO_ID, served), served, Map.of(), Map.of(), fees, metres),
                false);
    }

    /** Two cards of 7 lei; 15 in a hundred persons cost a fee, 1.05 lei a person. */
    @Test
    void feesOfCardsStandBesideTheirLine() {
        assertThat(twoFees(1_500).feesOver()).as("kept").isZero();
        assertThat(twoFees(1_400).feesOver()).as("to the ban").isZero();
        assertThat(twoFees(1_399).feesOver()).as("a ban over").isEqualTo(1);
        assertThat(twoFees(1_050).personsPaid()).hasValue(10);
        assertThat(twoFees(1_049).personsPaid()).hasValue(9);
        PlanMoney unset = new PlanMoney("p", Budget.none(2027), new Effort(1, 0, 0, 0, 0, 10, 2));
        assertThat(unset.feesOver()).as("nobody has set a budget").isZero();
        assertThat(unset.personsPaid()).isEmpty();
    }

    private static PlanMoney twoFees(long line) {
        Prices prices = new Prices(90, 4_200, 7_400, 700, 3, 480, 150);
        Budget budget = new Budget(2027, Map.of(BudgetLine.CARD_FEES, line), prices, 1, "planner", Instant.EPOCH);
        return new PlanMoney("p", budget, new Effort(1, 0, 0, 0, 0, 10, 2));
    }

    @Test
    void aDayLastsFromTheFirstStartToTheLastSignature() {
        Effort day = FieldEffort.of(
                List.of(
                        outcome("b", "HANDOVER", "11:00", "14:30", 9, 0, 40_000),
                        outcome("a", "CAPTURE", "05:00", "10:30", 30, 4, 60_500)),
                EIGHT_HOURS);
        assertThat(day).isEqualTo(new Effort(1, 0, 100_500, 480, 90, 30, 4));
    }

    @Test
    void aDayWithoutBelievableTimesIsCountedAsSuch() {
        VisitOutcome timed = outcome("a", "CAPTURE", "05:00", "10:30", 30, 4, 60_500);
        VisitOutcome doubtful = new VisitOutcome(timed.about(), DAY, timed.times(), false, timed.counts(), false);
        assertThat(FieldEffort.of(List.of(doubtful), EIGHT_HOURS)).isEqualTo(new Effort(1, 1, 60_500, 0, 0, 30, 4));
        assertThat(FieldEffort.of(List.of(), EIGHT_HOURS)).isEqualTo(Effort.NONE);
    }

    @Test
    void aPlannedDayIsPricedLikeADrivenOne() {
        Prices prices = new Prices(100, 4_000, 7_000, 700, 3, EIGHT_HOURS, 100);
        Effort planned = PlannedEffort.of(List.of(new PlannedEffort.Day(DAY, 120_000, 540, 40)), prices);
        assertThat(planned).isEqualTo(new Effort(1, 0, 120_000, 480, 60, 40, 4));
        assertThat(planned.cost(BudgetLine.FUEL, prices)).isEqualTo(12_000);
        assertThat(planned.cost(BudgetLine.HOURS, prices)).isEqualTo(8 * 3 * 4_000);
        assertThat(planned.cost(BudgetLine.OVERTIME, prices)).isEqualTo(3 * 7_000);
        assertThat(planned.cost(BudgetLine.CARD_FEES, prices)).isEqualTo(2_800);
        assertThat(planned.cost(BudgetLine.OTHER, prices)).isZero();
    }

    @Test
    void theYearIsExpectedToEndWithWhatWasSpentAndTheRestOfThePlan() {
        Effort ten = new Effort(10, 0, 1_000_000, 0, 0, 100, 0);
        MoneyYear money =
                new MoneyYear(Budget.none(2027), DAY, ten, ten.plus(ten), ten, List.of(), OptionalLong.of(250));
        assertThat(money.expectedOn(BudgetLine.FUEL)).isEqualTo(2 * money.spentOn(BudgetLine.FUEL));
        assertThat(money.spentPerPerson()).hasValue(1_000);
        MoneyYear none = new MoneyYear(
                Budget.none(2027), DAY, Effort.NONE, Effort.NONE, Effort.NONE, List.of(), OptionalLong.of(250));
        assertThat(none.spentPerPerson()).isEmpty();
        assertThat(money.promisedCost()).hasValue(250_000);
        assertThat(none.promisedCost()).isEmpty();
    }
}
