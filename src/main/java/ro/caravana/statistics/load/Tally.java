package ro.caravana.statistics.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.statistics.ImportReport;
import ro.caravana.statistics.ImportReport.RejectedRow;
import ro.caravana.statistics.intake.CaseRow;
import ro.caravana.statistics.intake.Rejection;

/** What a file has brought so far. Not thread-safe. */
final class Tally {
    private final Map<CaseCategory, Long> byCategory = new EnumMap<>(CaseCategory.class);
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final List<RejectedRow> shown = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long total;

    void count(CaseRow row) {
        accepted++;
        total += row.cases();
        byCategory.merge(row.category(), row.cases(), Long::sum);
        days.add(row.asOf());
    }

    void count(Rejection rejection) {
        rejected++;
        if (shown.size() < ImportReport.SHOWN_REJECTIONS) {
            shown.add(new RejectedRow(
                    rejection.row(),
                    rejection.column(),
                    rejection.value(),
                    rejection.reason().code(),
                    ""));
        }
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejected;
    }

    long rows() {
        return accepted + rejected;
    }

    long total() {
        return total;
    }

    Map<CaseCategory, Long> byCategory() {
        return Map.copyOf(byCategory);
    }

    List<LocalDate> days() {
        return List.copyOf(days);
    }

    List<RejectedRow> shown() {
        return List.copyOf(shown);
    }
}
