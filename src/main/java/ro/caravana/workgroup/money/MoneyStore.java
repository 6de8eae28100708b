package ro.caravana.workgroup.money;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ro.caravana.workgroup.Budget;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Expense;
import ro.caravana.workgroup.Prices;

/** All SQL about money. */
@Repository
class MoneyStore {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyStore.class);

    private final JdbcClient jdbc;

    MoneyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds now; empty while nobody has set anything. */
    Optional<Budget> findBudget(int year) {
        return jdbc.sql("SELECT * FROM money_year WHERE budget_year = ? ORDER BY version DESC LIMIT 1")
                .param(year)
                .query(MoneyStore::budget)
                .optional();
    }

    /** @return whether the version is the next one; nothing is written where it is taken */
    boolean insert(Budget budget) {
        Prices prices = budget.prices();
        try {
            jdbc.sql("""
                            INSERT INTO money_year (budget_year, version, fuel_bani, hours_bani, overtime_bani, card_fees_bani,
                              other_bani, km_price_bani, hour_price_bani, overtime_price_bani, card_fee_bani, team_persons,
                              regular_minutes, fee_share_permille, changed_by, changed_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            budget.year(),
                            budget.version(),
                            budget.of(BudgetLine.FUEL),
                            budget.of(BudgetLine.HOURS),
                            budget.of(BudgetLine.OVERTIME),
                            budget.of(BudgetLine.CARD_FEES),
                            budget.of(BudgetLine.OTHER),
                            prices.kilometre(),
                            prices.hour(),
                            prices.overtimeHour(),
                            prices.cardFee(),
                            prices.teamPersons(),
                            prices.regularMinutes(),
                            prices.feeSharePermille(),
                            budget.changedBy(),
                            budget.changedAt().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    /** One that is here already is the same request, come once more; where it was struck since, it stays struck. */
    void insert(Expense expense, Instant now) {
        try {
            write(expense, now);
        } catch (DuplicateKeyException again) {
            LOG.debug("expense {} came once more", expense.id());
        }
    }

    private void write(Expense expense, Instant now) {
        jdbc.sql(
                        "INSERT INTO money_expense (id, spent_on, bani, note, entered_by, entered_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        expense.id(),
                        expense.spentOn(),
                        expense.bani(),
                        expense.note(),
                        expense.enteredBy(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was spent between two days, both included, and not struck out; the newest first. */
    List<Expense> listExpenses(LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        SELECT * FROM money_expense WHERE spent_on BETWEEN ? AND ? AND struck_at IS NULL
                        ORDER BY spent_on DESC, entered_at DESC, id
                        """)
                .params(from, to)
                .query((row, number) -> new Expense(
                        row.getString("id"),
                        row.getObject("spent_on", LocalDate.class),
                        row.getLong("bani"),
                        row.getString("note"),
                        row.getString("entered_by")))
                .list();
    }

    /** @return whether there was such an entry in these days, not struck out before */
    boolean strike(String id, LocalDate from, LocalDate to, String by, Instant now) {
        return jdbc.sql("""
                        UPDATE money_expense SET struck_by = ?, struck_at = ?
                         WHERE id = ? AND struck_at IS NULL AND spent_on BETWEEN ? AND ?
                        """)
                        .params(by, now.atOffset(ZoneOffset.UTC), id, from, to)
                        .update()
                == 1;
    }

    private static Budget budget(ResultSet row, int number) throws SQLException {
        return new Budget(
                row.getInt("budget_year"),
                Map.of(
                        BudgetLine.FUEL, row.getLong("fuel_bani"),
                        BudgetLine.HOURS, row.getLong("hours_bani"),
                        BudgetLine.OVERTIME, row.getLong("overtime_bani"),
                        BudgetLine.CARD_FEES, row.getLong("card_fees_bani"),
                        BudgetLine.OTHER, row.getLong("other_bani")),
                new Prices(
                        row.getInt("km_price_bani"),
                        row.getInt("hour_price_bani"),
                        row.getInt("overtime_price_bani"),
                        row.getInt("card_fee_bani"),
                        row.getInt("team_persons"),
                        row.getInt("regular_minutes"),
                        row.getInt("fee_share_permille")),
                row.getLong("version"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
