package ro.caravana.workgroup.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.workgroup.Budget;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Effort;
import ro.caravana.workgroup.Money;
import ro.caravana.workgroup.MoneyYear;
import ro.caravana.workgroup.MonthFacts;

/** A fee of seven lei, 42 cards whose fee was paid, and a last visit with three more to come. */
class MonthMoneyTests {
    private static final LocalDate DAY = LocalDate.of(2027, 11, 30);

    private static MonthFacts.MoneyLine fees(Role role) {
        Effort spent = new Effort(1, 0, 0, 0, 0, 0, 42);
        Effort rest = new Effort(1, 0, 0, 0, 0, 0, 3);
        Money money = mock(Money.class);
        when(money.on(anyInt(), any()))
                .thenReturn(new MoneyYear(
                        Budget.none(2027), DAY, spent, spent.plus(rest), rest, List.of(), OptionalLong.empty()));
        ServedFigures figures =
                new ServedFigures(new DisclosureGate(5), new Viewer("", Set.of(role)), List.of(), List.of(), true);
        return new MonthMoney(money)
                .row(YearMonth.of(2027, 11), DAY, figures).lines().stream()
                        .filter(line -> line.line().equals(BudgetLine.CARD_FEES.name()))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void plannersReadWhatIsSpentAndExpected() {
        assertThat(fees(Role.PLANNER).spentYear()).isEqualTo(42 * 700);
        assertThat(fees(Role.PLANNER).expected()).isEqualTo(45 * 700);
    }

    @Test
    void theGroupReadsNeitherHowManyPaidNothingNorHowManyWill() {
        assertThat(fees(Role.VIEWER).spentYear()).isEqualTo(40 * 700);
        assertThat(fees(Role.VIEWER).expected()).isEqualTo(40 * 700);
    }
}
