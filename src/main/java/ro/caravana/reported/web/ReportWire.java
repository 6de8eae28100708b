package ro.caravana.reported.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.caravana.reported.NeedReport;
import ro.caravana.reported.ReportState;
import ro.caravana.reported.ReportStep;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/** Reports as planners read them. */
final class ReportWire {
    private ReportWire() {}

    record ReportList(List<Report> reports) {}

    /**
     * A report.
     *
     * @param locality null where the whole UAT is meant
     * @param byLink whether it came by a link without an account
     * @param duplicates ids of reports that may tell of the same persons: same place, same category, sixty days apart at most
     */
    record Report(
            String id,
            int siruta,
            int uatSiruta,
            @Nullable String locality,
            String uat,
            String category,
            int persons,
            String source,
            LocalDate observedOn,
            String note,
            boolean byLink,
            String reportedBy,
            Instant reportedAt,
            String state,
            long version,
            List<String> duplicates) {}

    record StepList(List<Step> steps) {}

    record Step(long version, String action, String to, String reason, String by, Instant at) {}

    static ReportList list(List<NeedReport> reports, Territory territory) {
        // only reports of one UAT and category can speak of the same persons
        Map<List<Object>, List<NeedReport>> near =
                reports.stream().collect(Collectors.groupingBy(ReportWire::aboutWhat));
        return new ReportList(reports.stream()
                .map(report -> report(report, near.getOrDefault(aboutWhat(report), List.of()), territory))
                .toList());
    }

    private static List<Object> aboutWhat(NeedReport report) {
        return List.of(report.uatSiruta(), report.category());
    }

    private static Report report(NeedReport report, List<NeedReport> near, Territory territory) {
        return new Report(
                report.id(),
                report.siruta(),
                report.uatSiruta(),
                territory.findLocality(report.siruta()).map(Locality::name).orElse(null),
                territory.findUat(report.uatSiruta()).map(Uat::name).orElse(""),
                report.category().name(),
                report.persons(),
                report.source().name(),
                report.observedOn(),
                report.note(),
                report.reporter().isPresent(),
                report.reportedBy(),
                report.reportedAt(),
                report.state().name(),
                report.version(),
                near.stream()
                        .filter(other -> other.state() != ReportState.DISMISSED && report.resembles(other))
                        .map(NeedReport::id)
                        .toList());
    }

    static Step step(ReportStep step) {
        return new Step(
                step.version(), step.action().wire(), step.to().name(), step.reason(), step.takenBy(), step.takenAt());
    }
}
