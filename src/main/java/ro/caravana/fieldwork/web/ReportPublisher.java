package ro.caravana.fieldwork.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.ExpectedCases;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.disclosure.VisitPersons;
import ro.caravana.fieldwork.Counts;
import ro.caravana.fieldwork.FieldReport;
import ro.caravana.fieldwork.Resolution;
import ro.caravana.fieldwork.StepOutcome;
import ro.caravana.fieldwork.VisitAccount;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.statistics.CaseCategory;

/** Takes raw reports through the gate. A breakdown is for planners: parts beside their sum would give small ones away. */
@Component
class ReportPublisher {
    private static final String HANDOVER = "HANDOVER";

    private final VisitPersons persons;
    private final ExpectedCases cases;

    ReportPublisher(VisitPersons persons, ExpectedCases cases) {
        this.persons = persons;
        this.cases = cases;
    }

    ReportWire.Receipt receipt(FieldReport report, VisitAccount account) {
        return new ReportWire.Receipt(
                report.id(),
                report.about().visit(),
                report.isFinal(),
                report.receivedAt(),
                clock(report),
                report.step().map(ReportPublisher::wire).orElse("taken"),
                account.standing(report).wire(),
                report.signedBy(),
                report.countsHash());
    }

    /** One for each report, in the order of the accounts. */
    List<ReportWire.Report> reports(List<VisitAccount> accounts, Viewer viewer) {
        ShownPersons shown = persons.seenBy(viewer);
        return accounts.stream()
                .flatMap(account -> account.reports().stream()
                        .filter(report -> mayRead(report, viewer))
                        .map(report -> report(report, account, viewer, shown)))
                .toList();
    }

    /** A team member reads what he or she signed; planners read everything. */
    static boolean mayRead(FieldReport report, Viewer viewer) {
        return viewer.has(Role.PLANNER) || report.signedBy().equals(viewer.name());
    }

    /** Exact figures of one visit beside its UAT's sum would tell another's: they are for planners and for those who counted. */
    Optional<ReportWire.Outcome> outcome(VisitAccount account, VisitOutcome outcome, Viewer viewer) {
        ShownPersons shown = persons.seenBy(viewer);
        return account.reports().stream().anyMatch(report -> mayRead(report, viewer))
                ? Optional.of(new ReportWire.Outcome(
                        outcome.visit(),
                        outcome.date(),
                        shown.at(outcome.siruta(), outcome.counts().servedPersons()),
                        shown.at(outcome.siruta(), outcome.counts().sentBackPersons()),
                        outcome.disputed()))
                : Optional.empty();
    }

    /** Cases that were expected or came; at a handover nobody comes with a new one. */
    ReportWire.Cases cases(VisitOutcome outcome, Viewer planner) {
        ShownPersons shown = persons.seenBy(planner);
        if (HANDOVER.equals(outcome.about().kind())) {
            return new ReportWire.Cases(List.of());
        }
        Map<CaseCategory, ExpectedCases.Span> expected = cases.of(
                List.of(new ExpectedCases.Party(
                        outcome.uatSiruta(), outcome.about().expected())),
                planner);
        return new ReportWire.Cases(Arrays.stream(CaseCategory.values())
                .filter(category ->
                        expected.containsKey(category) || outcome.persons().containsKey(category))
                .map(category -> {
                    ExpectedCases.@Nullable Span span = expected.get(category);
                    return new ReportWire.CaseRow(
                            category.name(),
                            span == null ? null : span.low(),
                            span == null ? null : span.high(),
                            shown.at(outcome.siruta(), outcome.persons().getOrDefault(category, 0)));
                })
                .toList());
    }

    ReportWire.Conflict conflict(VisitAccount account, Viewer planner) {
        ShownPersons shown = persons.seenBy(planner);
        return new ReportWire.Conflict(
                account.visit(),
                account.isDisputed(),
                account.live().stream().map(FieldReport::counts).distinct().count() == 1,
                account.resolution().map(ReportPublisher::decision).orElse(null),
                account.live().stream()
                        .map(report -> report(report, account, planner, shown))
                        .toList());
    }

    private static ReportWire.Decision decision(Resolution decided) {
        return new ReportWire.Decision(decided.kept().orElse(null), decided.resolvedAt(), decided.resolvedBy());
    }

    private ReportWire.Report report(FieldReport report, VisitAccount account, Viewer viewer, ShownPersons shown) {
        int siruta = report.about().siruta();
        Counts counts = report.counts();
        return new ReportWire.Report(
                report.id(),
                report.about().visit(),
                report.about().plan(),
                report.heldOn(),
                report.about().station(),
                report.about().kind(),
                siruta,
                report.about().uatSiruta(),
                report.about().locality(),
                report.about().uat(),
                report.times().started().orElse(null),
                report.times().arrived().orElse(null),
                report.times().finished().orElse(null),
                report.receivedAt(),
                clock(report),
                account.standing(report).wire(),
                report.step().map(ReportPublisher::wire).orElse(null),
                counts.metres() / 1000.0,
                report.checklist().stream().map(Enum::name).toList(),
                report.signedBy(),
                report.replaces().orElse(null),
                shown.at(siruta, report.about().expected()),
                shown.at(siruta, counts.servedPersons()),
                shown.at(siruta, counts.sentBackPersons()),
                shown.at(siruta, counts.photos()),
                viewer.has(Role.PLANNER) ? details(counts, siruta, shown) : null);
    }

    private static ReportWire.Details details(Counts counts, int siruta, ShownPersons shown) {
        return new ReportWire.Details(
                published(counts.served(), siruta, shown),
                published(counts.missing(), siruta, shown),
                published(counts.sentBack(), siruta, shown),
                shown.at(siruta, counts.feesCovered()));
    }

    private static Map<String, PublishedCount> published(
            Map<? extends Enum<?>, Integer> counts, int siruta, ShownPersons shown) {
        Map<String, PublishedCount> published = new LinkedHashMap<>();
        counts.forEach((code, count) -> published.put(code.name(), shown.at(siruta, count)));
        return published;
    }

    private static ReportWire.Clock clock(FieldReport report) {
        return new ReportWire.Clock(report.clock().name().toLowerCase(Locale.ROOT), report.skewSeconds());
    }

    private static String wire(StepOutcome step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
