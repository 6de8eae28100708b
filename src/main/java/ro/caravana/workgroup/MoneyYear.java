package ro.caravana.workgroup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * A year's money on one day. Raw: fees and persons leave the house for planners only.
 *
 * @param asOf the last day whose reports are in
 * @param spent by the field's reports up to {@code asOf}
 * @param planned the whole year, by the accepted plans, else by the newest finished one; nothing where there is none
 * @param plannedRest the part of it after {@code asOf}
 * @param expenses on the line "other", the newest first
 * @param promised persons the Measure Plan promises to serve in the year; empty where it names none
 */
public record MoneyYear(
        Budget budget,
        LocalDate asOf,
        Effort spent,
        Effort planned,
        Effort plannedRest,
        List<Expense> expenses,
        OptionalLong promised) {
    public MoneyYear {
        expenses = List.copyOf(expenses);
    }

    /** Bani. */
    public long spentOn(BudgetLine line) {
        return line == BudgetLine.OTHER
                ? expenses.stream().mapToLong(Expense::bani).sum()
                : spent.cost(line, budget.prices());
    }

    /** Bani the plan comes to over the whole year; of the line "other" nothing is planned but its budget. */
    public long plannedOn(BudgetLine line) {
        return line == BudgetLine.OTHER ? budget.of(line) : planned.cost(line, budget.prices());
    }

    /** Bani by the year's end, if the rest of the plan is driven as planned. */
    public long expectedOn(BudgetLine line) {
        return line == BudgetLine.OTHER
                ? Math.max(budget.of(line), spentOn(line))
                : spentOn(line) + plannedRest.cost(line, budget.prices());
    }

    /** Over all lines. */
    public static long sum(ToLongFunction<BudgetLine> bani) {
        return Arrays.stream(BudgetLine.values()).mapToLong(bani).sum();
    }

    /** Bani per person served so far; empty where nobody was. */
    public OptionalLong spentPerPerson() {
        return perPerson(sum(this::spentOn), spent.served());
    }

    /** Bani per person the plan serves; empty where it serves nobody. */
    public OptionalLong plannedPerPerson() {
        return perPerson(sum(this::plannedOn), planned.served());
    }

    /** Bani the year comes to if everybody promised costs what those served so far did; empty where nobody was, or is promised. */
    public OptionalLong promisedCost() {
        return promised.isEmpty() || spent.served() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round((double) sum(this::spentOn) * promised.getAsLong() / spent.served()));
    }

    private static OptionalLong perPerson(long bani, long persons) {
        return persons == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round((double) bani / persons));
    }
}
