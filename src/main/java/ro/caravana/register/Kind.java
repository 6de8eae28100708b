package ro.caravana.register;

import java.util.Comparator;
import ro.caravana.statistics.CaseCategory;

/** What kind of case, and of person. Unknown age band and sex are empty. */
public record Kind(CaseCategory category, String ageBand, String sex) implements Comparable<Kind> {
    private static final Comparator<Kind> ORDER =
            Comparator.comparing(Kind::category).thenComparing(Kind::ageBand).thenComparing(Kind::sex);

    @Override
    public int compareTo(Kind other) {
        return ORDER.compare(this, other);
    }
}
