package ro.caravana.workgroup.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ro.caravana.workgroup.BudgetLine;
import ro.caravana.workgroup.Effort;
import ro.caravana.workgroup.Expense;
import ro.caravana.workgroup.MoneyYear;
import ro.caravana.workgroup.PlanMoney;
import ro.caravana.workgroup.Prices;
import ro.caravana.workgroup.WorkgroupProblem;

/** Money as planners read and write it; everything in bani. */
final class MoneyWire {
    /** A hundred million lei. */
    private static final long MOST = 10_000_000_000L;

    private MoneyWire() {}

    /**
     * A year.
     *
     * @param asOf the last day whose reports are in
     * @param version to be sent back with a change; 0 while nothing was set
     * @param promised persons the Measure Plan promises to serve; null where it names none
     * @param promisedCost what they come to at the cost per person so far; null while nobody was served
     */
    record Year(
            int year,
            LocalDate asOf,
            long version,
            List<Line> lines,
            Sums total,
            Prices prices,
            Effort spent,
            Effort planned,
            @Nullable Long spentPerPerson,
            @Nullable Long plannedPerPerson,
            @Nullable Long promised,
            @Nullable Long promisedCost,
            List<Expense> expenses) {}

    /** A budget line; see {@link MoneyYear}. */
    record Line(String line, Sums sums) {}

    record Sums(long budget, long planned, long spent, long expected) {}

    /**
     * A plan beside a year's budget.
     *
     * @param version 0 while nobody has set a budget
     * @param persons served anew by the plan, by its own expectation
     * @param feesOver bani by which the fees of cards come to more than their line
     * @param feePerPerson bani of fees that one person more brings
     * @param personsPaid for whom the line of fees is enough
     */
    record PlanCost(
            String plan,
            int year,
            long version,
            List<PlanLine> lines,
            long budget,
            long planned,
            long persons,
            long feesOver,
            double feePerPerson,
            @Nullable Long personsPaid) {}

    record PlanLine(String line, long budget, long planned) {}

    static PlanCost plan(PlanMoney money) {
        return new PlanCost(
                money.plan(),
                money.budget().year(),
                money.budget().version(),
                Arrays.stream(BudgetLine.values())
                        .map(line -> new PlanLine(line.name(), money.budget().of(line), money.plannedOn(line)))
                        .toList(),
                MoneyYear.sum(money.budget()::of),
                MoneyYear.sum(money::plannedOn),
                money.planned().served(),
                money.feesOver(),
                money.feePerPerson(),
                orNull(money.personsPaid()));
    }

    /** Lines and prices as sent. */
    record Wanted(
            @Nullable Map<String, Long> budget,
            @Nullable Prices prices,
            @Nullable Long version) {
        long seenVersion() {
            return version == null ? 0 : version;
        }

        Map<BudgetLine, Long> lines() {
            Map<BudgetLine, Long> lines = new EnumMap<>(BudgetLine.class);
            for (BudgetLine line : BudgetLine.values()) {
                lines.put(line, bani(line.name(), budget == null ? null : budget.get(line.name())));
            }
            return lines;
        }

        Prices checkedPrices() {
            Prices given = prices == null ? Prices.ASSUMED : prices;
            boolean fits = within(given.kilometre(), 0, 10_000)
                    && within(given.hour(), 0, 100_000)
                    && within(given.overtimeHour(), 0, 200_000)
                    && within(given.cardFee(), 0, 100_000)
                    && within(given.teamPersons(), 1, 20)
                    && within(given.regularMinutes(), 60, 1_440)
                    && within(given.feeSharePermille(), 0, 1_000);
            if (!fits) {
                throw new WorkgroupProblem.BadMoney(
                        "prices",
                        "Prices are not negative; a team has 1 to 20 members, a day 1 to 24 hours, a share 0 to 1000 permille.");
            }
            return given;
        }

        private static boolean within(int value, int low, int high) {
            return value >= low && value <= high;
        }
    }

    static long bani(String field, @Nullable Long bani) {
        if (bani == null || bani < 0 || bani > MOST) {
            throw new WorkgroupProblem.BadMoney(
                    field, "An amount is said in whole bani, not negative, for every line.");
        }
        return bani;
    }

    static Year year(MoneyYear money) {
        return new Year(
                money.budget().year(),
                money.asOf(),
                money.budget().version(),
                Arrays.stream(BudgetLine.values())
                        .map(line -> new Line(
                                line.name(),
                                new Sums(
                                        money.budget().of(line),
                                        money.plannedOn(line),
                                        money.spentOn(line),
                                        money.expectedOn(line))))
                        .toList(),
                new Sums(
                        MoneyYear.sum(money.budget()::of),
                        MoneyYear.sum(money::plannedOn),
                        MoneyYear.sum(money::spentOn),
                        MoneyYear.sum(money::expectedOn)),
                money.budget().prices(),
                money.spent(),
                money.planned(),
                orNull(money.spentPerPerson()),
                orNull(money.plannedPerPerson()),
                orNull(money.promised()),
                orNull(money.promisedCost()),
                money.expenses());
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
