package ro.caravana.workgroup;

import java.time.YearMonth;

/** Months' facts, for the documents. */
public interface Months {
    /**
     * A month's facts: as they were kept where it is closed, else as they are now.
     *
     * @param internal the planners' own copy
     * @throws WorkgroupProblem.UnknownMonth 404 where the month has not begun
     */
    MonthFacts facts(YearMonth month, boolean internal);
}
