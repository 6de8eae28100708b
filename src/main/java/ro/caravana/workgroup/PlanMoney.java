package ro.caravana.workgroup;

import java.util.OptionalLong;

/**
 * What one plan comes to beside a year's budget, whichever plan is being driven. Raw.
 *
 * @param plan id
 * @param planned its days within the year
 */
public record PlanMoney(String plan, Budget budget, Effort planned) {
    private static final double PERMILLE = 1_000;

    /** Bani; of the line "other" nothing is planned but its budget. */
    public long plannedOn(BudgetLine line) {
        return line == BudgetLine.OTHER ? budget.of(line) : planned.cost(line, budget.prices());
    }

    /** Bani by which the fees of cards come to more than their line; 0 where nobody has set a budget. */
    public long feesOver() {
        return budget.version() == 0
                ? 0
                : Math.max(0, plannedOn(BudgetLine.CARD_FEES) - budget.of(BudgetLine.CARD_FEES));
    }

    /** Bani of fees that one person more is expected to bring. */
    public double feePerPerson() {
        return budget.prices().cardFee() * budget.prices().feeSharePermille() / PERMILLE;
    }

    /** Persons for whom the line of fees is enough; empty where nobody costs a fee, or nobody has set a budget. */
    public OptionalLong personsPaid() {
        return budget.version() == 0 || feePerPerson() == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.floor(budget.of(BudgetLine.CARD_FEES) / feePerPerson()));
    }
}
