package ro.caravana.workgroup.money;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ro.caravana.fieldwork.FieldReports;
import ro.caravana.workgroup.Budget;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Expense;
import ro.caravana.workgroup.Money;
import ro.caravana.workgroup.MoneyYear;
import ro.caravana.workgroup.PlanMoney;
import ro.caravana.workgroup.Prices;
import ro.caravana.workgroup.RequestKey;
import ro.caravana.workgroup.Targets;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.goal.TargetBook;

/** Keeps budgets and expenses, and holds them against what was driven, worked and planned. Thread-safe, on several nodes at once. */
@Service
public class MoneyBook implements Money {
    private static final Logger LOG = LoggerFactory.getLogger(MoneyBook.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final MoneyStore store;
    private final FieldReports reports;
    private final PlannedEffort planned;
    private final TargetBook targets;
    private final Clock clock;

    MoneyBook(MoneyStore store, FieldReports reports, PlannedEffort planned, TargetBook targets, Clock clock) {
        this.store = store;
        this.reports = reports;
        this.planned = planned;
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public MoneyYear now(int year) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        LocalDate before = LocalDate.of(year, 1, 1).minusDays(1);
        LocalDate last = LocalDate.of(year, 12, 31);
        return on(year, today.isBefore(before) ? before : today.isAfter(last) ? last : today);
    }

    @Override
    public MoneyYear on(int year, LocalDate asOf) {
        LocalDate first = LocalDate.of(year, 1, 1);
        Budget budget = budget(year);
        List<PlannedEffort.Day> days = planned.days(year);
        return new MoneyYear(
                budget,
                asOf,
                FieldEffort.of(reports.between(first, asOf), budget.prices().regularMinutes()),
                PlannedEffort.of(days, budget.prices()),
                PlannedEffort.of(
                        days.stream().filter(day -> day.date().isAfter(asOf)).toList(), budget.prices()),
                store.listExpenses(first, asOf.isBefore(first) ? first.minusDays(1) : asOf),
                promised(year));
    }

    private OptionalLong promised(int year) {
        Integer goal = targets.of(year).goals().get(Targets.PERSONS);
        return goal == null ? OptionalLong.empty() : OptionalLong.of(goal);
    }

    /**
     * What one plan's days come to in a year, whether it is the one that is driven or not.
     *
     * @throws ro.caravana.planning.PlanJobProblem.UnknownPlan 404
     * @throws ro.caravana.planning.PlanJobProblem.NoSolutionYet 409
     */
    public PlanMoney of(int year, String plan) {
        Budget budget = budget(year);
        return new PlanMoney(plan, budget, PlannedEffort.of(planned.daysOf(plan, year), budget.prices()));
    }

    private Budget budget(int year) {
        return store.findBudget(year).orElseGet(() -> Budget.none(year));
    }

    /**
     * Sets a year's lines and prices.
     *
     * @param version the one that was looked at
     * @throws WorkgroupProblem.Stale 409
     */
    public void set(int year, Map<BudgetLine, Long> lines, Prices prices, long version, String by) {
        long held = budget(year).version();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (held != version || !store.insert(new Budget(year, lines, prices, version + 1, by, now))) {
            throw new WorkgroupProblem.Stale(held);
        }
        LOG.info("budget of {} set, version {}", year, version + 1);
    }

    /**
     * Enters something spent on the line "other".
     *
     * @param key Idempotency-Key: the same request again enters nothing more; null: each does
     */
    public void spend(LocalDate on, long bani, String note, String by, @Nullable String key) {
        String id = RequestKey.id(key, by, on, bani, note);
        store.insert(new Expense(id, on, bani, note, by), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** @throws WorkgroupProblem.UnknownExpense 404 */
    public void strike(int year, String id, String by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.strike(id, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), by, now)) {
            throw new WorkgroupProblem.UnknownExpense();
        }
    }
}
