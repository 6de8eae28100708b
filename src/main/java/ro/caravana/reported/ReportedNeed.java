package ro.caravana.reported;

import java.time.LocalDate;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/** What an accepted report says about need. Raw. */
public record ReportedNeed(
        int siruta, int uatSiruta, Level level, CaseCategory category, int persons, LocalDate observedOn) {

    static ReportedNeed of(NeedReport report) {
        return new ReportedNeed(
                report.siruta(),
                report.uatSiruta(),
                report.siruta() == report.uatSiruta() ? Level.UAT : Level.LOCALITY,
                report.category(),
                report.persons(),
                report.observedOn());
    }
}
