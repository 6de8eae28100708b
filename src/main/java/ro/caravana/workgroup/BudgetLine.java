package ro.caravana.workgroup;

/** What the year's money is set aside for. */
public enum BudgetLine {
    /** Kilometres at the price of one. */
    FUEL,
    /** The team's regular hours. */
    HOURS,
    /** What a day lasts beyond the regular hours. */
    OVERTIME,
    /** Cards whose fee the county pays, because the person has no income. */
    CARD_FEES,
    OTHER
}
