package ro.caravana.planning;

import java.util.Collection;
import java.util.List;

/** Why some days suit a visit better than others. */
public enum DatePreference {
    /** Where a UAT holds a market, people are there on that day. */
    MARKET_DAYS,

    /** Where 14-year-olds are expected at a school, they are there in term time. */
    SCHOOL_TERMS;

    public static final List<DatePreference> ALL = List.of(values());

    /** Each once, in one order, so that equal wishes are equal. */
    static List<DatePreference> ordered(Collection<DatePreference> some) {
        return some.stream().distinct().sorted().toList();
    }
}
