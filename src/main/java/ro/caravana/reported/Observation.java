package ro.caravana.reported;

import java.time.LocalDate;
import ro.caravana.statistics.CaseCategory;

/** What somebody wants to report, in parts that mean something; whether they go together is looked at when it is taken. */
public record Observation(
        int siruta, CaseCategory category, int persons, SourceKind source, LocalDate observedOn, String note) {}
