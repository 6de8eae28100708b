package ro.caravana.fieldwork.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.fieldwork.FieldProblem;
import ro.caravana.fieldwork.FieldReport;
import ro.caravana.fieldwork.FieldReports;
import ro.caravana.fieldwork.ReportIntake;
import ro.caravana.fieldwork.VisitAccount;

/** The teams' reports. A team sends and reads its own; planners read all and decide. */
@RestController
@RequestMapping("/api/v1/field")
class ReportController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int MOST_DAYS = 400;

    private final ReportIntake intake;
    private final FieldReports reports;
    private final ReportPublisher publisher;
    private final Clock clock;

    ReportController(ReportIntake intake, FieldReports reports, ReportPublisher publisher, Clock clock) {
        this.intake = intake;
        this.reports = reports;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @param key the report's own UUID; the same report with the same key again is answered the same and counted once */
    @PostMapping("/reports")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    ResponseEntity<ReportWire.Receipt> take(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ReportRequest request,
            Viewer viewer) {
        FieldReport report = intake.take(request.report(key), viewer);
        return ResponseEntity.created(URI.create("/api/v1/field/reports/" + report.id()))
                .body(publisher.receipt(report, account(report)));
    }

    /**
     * Every report of the visits held between two days.
     *
     * @param from first day, 30 days ago where left out
     * @param to last day, today where left out
     */
    @GetMapping("/reports")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    ReportWire.ReportList list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Viewer viewer) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZONE) : to;
        LocalDate first = from == null ? last.minusDays(30) : from;
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw new FieldProblem.BadReport("from", "Ask for at most " + MOST_DAYS + " days at once.");
        }
        return new ReportWire.ReportList(publisher.reports(reports.listAccounts(first, last), viewer));
    }

    @GetMapping("/reports/{id}")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    ReportWire.Report get(@PathVariable String id, Viewer viewer) {
        VisitAccount account = account(reports.getReport(id));
        return publisher.reports(List.of(account), viewer).stream()
                .filter(report -> report.id().equals(id))
                .findFirst()
                .orElseThrow(FieldProblem.UnknownReport::new);
    }

    /** How one visit ended, by what counts of its reports. A team reads that of visits it reported. */
    @GetMapping("/visits/{visit}/outcome")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    ReportWire.Outcome outcome(@PathVariable String visit, Viewer viewer) {
        return reports.findAccount(visit)
                .flatMap(account ->
                        reports.findOutcome(visit).flatMap(ended -> publisher.outcome(account, ended, viewer)))
                .orElseThrow(FieldProblem.UnknownReport::new);
    }

    /** Which cases were expected at a visit, and which came. */
    @GetMapping("/visits/{visit}/cases")
    @PreAuthorize("hasRole('PLANNER')")
    ReportWire.Cases cases(@PathVariable String visit, Viewer viewer) {
        return publisher.cases(reports.findOutcome(visit).orElseThrow(FieldProblem.UnknownReport::new), viewer);
    }

    /** Visits of which several complete reports stand beside each other, open ones first. */
    @GetMapping("/conflicts")
    @PreAuthorize("hasRole('PLANNER')")
    ReportWire.ConflictList conflicts(Viewer viewer) {
        return new ReportWire.ConflictList(reports.listConflicts().stream()
                .map(account -> publisher.conflict(account, viewer))
                .toList());
    }

    /** Decides; may be done again. */
    @PostMapping("/conflicts/{visit}/resolution")
    @PreAuthorize("hasRole('PLANNER')")
    ReportWire.Conflict resolve(@PathVariable String visit, @RequestBody ResolutionRequest request, Viewer viewer) {
        return publisher.conflict(reports.resolve(visit, request.kept(), request.seenReports(), viewer), viewer);
    }

    private VisitAccount account(FieldReport report) {
        return reports.findAccount(report.about().visit()).orElseThrow();
    }
}
