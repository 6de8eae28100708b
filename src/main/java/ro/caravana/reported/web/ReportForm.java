package ro.caravana.reported.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import ro.caravana.reported.Observation;
import ro.caravana.reported.ReportedProblem;
import ro.caravana.reported.SourceKind;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;

/**
 * A report as sent, by script or form. The place is a SIRUTA code or, in its stead, a site's id.
 *
 * @param observedOn left out: today
 */
record ReportForm(
        @Nullable String siruta,
        @Nullable String site,
        @Nullable String category,
        @Nullable String persons,
        @Nullable String source,
        @Nullable String observedOn,
        @Nullable String note) {

    /** @throws ReportedProblem.Unusable 400, naming the first member that means nothing */
    Observation observation(Territory territory, LocalDate today) {
        return new Observation(
                place(territory),
                Arrays.stream(CaseCategory.values())
                        .filter(known -> known.name().equals(category))
                        .findFirst()
                        .orElseThrow(() -> new ReportedProblem.Unusable(
                                "category", "The category is one of " + Arrays.toString(CaseCategory.values()) + ".")),
                number("persons", persons),
                SourceKind.findByWire(source == null ? "" : source)
                        .orElseThrow(() -> new ReportedProblem.Unusable(
                                "source", "The source is one of " + Arrays.toString(SourceKind.values()) + ".")),
                day(today),
                note == null ? "" : note);
    }

    private int place(Territory territory) {
        if (site == null || site.isBlank()) {
            return number("siruta", siruta);
        }
        return territory
                .findSite(site)
                .map(Site::localitySiruta)
                .orElseThrow(() -> new ReportedProblem.Unusable("site", "The county has no site with this id."));
    }

    private static int number(String field, @Nullable String text) {
        try {
            return Integer.parseInt(text == null ? "" : text.strip());
        } catch (NumberFormatException noNumber) {
            throw new ReportedProblem.Unusable(field, "A whole number is needed here.");
        }
    }

    private LocalDate day(LocalDate today) {
        if (observedOn == null || observedOn.isBlank()) {
            return today;
        }
        try {
            return LocalDate.parse(observedOn.strip());
        } catch (DateTimeException noDay) {
            throw new ReportedProblem.Unusable("observedOn", "The day is written like 2027-03-18.");
        }
    }
}
