package ro.caravana.register;

import java.time.LocalDate;
import ro.caravana.statistics.CaseCategory;

/** What sums are kept for: a day, a place, a kind of case and of person. Unknown age band and sex are empty. */
public record Cell(LocalDate day, int siruta, CaseCategory category, String ageBand, String sex) {
    public static Cell of(LocalDate day, int siruta, Kind kind) {
        return new Cell(day, siruta, kind.category(), kind.ageBand(), kind.sex());
    }

    public Kind kind() {
        return new Kind(category, ageBand, sex);
    }

    public static Cell of(RegisterEvent event) {
        return new Cell(event.day(), event.siruta(), event.category(), event.ageBand(), event.sex());
    }
}
