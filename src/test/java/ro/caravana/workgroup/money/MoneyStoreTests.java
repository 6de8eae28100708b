package ro.caravana.workgroup.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.store.StoreTest;
import ro.caravana.store.TestDatabase;
import ro.caravana.workgroup.Budget;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Expense;
import ro.caravana.workgroup.Prices;

@StoreTest
class MoneyStoreTests {
    private static final Instant NOON = Instant.parse("2027-03-18T12:00:00.123456Z");
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 31);

    private final TestDatabase database;
    private final MoneyStore store;

    MoneyStoreTests(TestDatabase database) {
        this.database = database;
        this.store = new MoneyStore(database.jdbc());
    }

    @BeforeEach
    void noMoney() {
        database.jdbc().sql("DELETE FROM money_year").update();
        database.jdbc().sql("DELETE FROM money_expense").update();
    }

    private static Budget budget(long version, long fuel) {
        Map<BudgetLine, Long> lines = new EnumMap<>(Budget.none(2027).lines());
        lines.put(BudgetLine.FUEL, fuel);
        return new Budget(2027, lines, Prices.ASSUMED, version, "ana", NOON);
    }

    @Test
    void theNewestVersionHoldsAndNobodyWritesItTwice() {
        assertThat(store.findBudget(2027)).isEmpty();
        assertThat(store.insert(budget(1, 100))).isTrue();
        assertThat(store.insert(budget(2, 300))).isTrue();
        assertThat(store.insert(budget(2, 500))).isFalse();
        assertThat(store.findBudget(2027)).contains(budget(2, 300));
        assertThat(store.findBudget(2028)).isEmpty();
    }

    @Test
    void whatIsStruckOutCountsNoMore() {
        Expense tyres = new Expense("e", LocalDate.of(2027, 3, 17), 120_050, "anvelope, ș ț", "ana");
        store.insert(tyres, NOON);
        assertThat(store.listExpenses(FIRST, LAST)).containsExactly(tyres);
        assertThat(store.listExpenses(FIRST, LocalDate.of(2027, 3, 16))).isEmpty();
        assertThat(store.strike("e", FIRST.minusYears(1), LAST.minusYears(1), "ana", NOON))
                .isFalse();
        assertThat(store.strike("e", FIRST, LAST, "ana", NOON)).isTrue();
        assertThat(store.strike("e", FIRST, LAST, "ana", NOON)).isFalse();
        assertThat(store.listExpenses(FIRST, LAST)).isEmpty();
    }
}
