package ro.caravana.reported.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.reported.NeedReport;
import ro.caravana.reported.NeedReports;
import ro.caravana.reported.ReportAction;
import ro.caravana.reported.ReportedProblem;
import ro.caravana.territory.TerritoryRegistry;

/** {@code /api/v1/needs/reports}: the working group, field teams and planners report; planners read and decide. */
@RestController
@RequestMapping("/api/v1/needs/reports")
class NeedReportController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int LONGEST_KEY = 100;

    private final NeedReports reports;
    private final TerritoryRegistry territory;
    private final Clock clock;

    NeedReportController(NeedReports reports, TerritoryRegistry territory, Clock clock) {
        this.reports = reports;
        this.territory = territory;
        this.clock = clock;
    }

    /** What somebody with an account is answered: that it has arrived. */
    record Receipt(String id, String state) {}

    /** A decision; the version is the one that was looked at. */
    record Decided(@Nullable String reason, @Nullable Long version) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAnyRole('PLANNER','VIEWER','FIELD')")
    Receipt report(
            @RequestBody ReportForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ReportedProblem.Unusable(
                    "Idempotency-Key", "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
        }
        NeedReport taken = reports.report(
                form.observation(territory.current(), LocalDate.ofInstant(clock.instant(), ZONE)),
                new NeedReports.Sender(viewer.name(), Optional.empty()),
                // two people may choose the same key
                key == null ? null : viewer.name() + "/" + key);
        return new Receipt(taken.id(), taken.state().name());
    }

    @GetMapping
    @PreAuthorize("hasRole('PLANNER')")
    ReportWire.ReportList list() {
        return ReportWire.list(reports.listAll(), territory.current());
    }

    @GetMapping("/{id}/steps")
    @PreAuthorize("hasRole('PLANNER')")
    ReportWire.StepList steps(@PathVariable String id) {
        return new ReportWire.StepList(
                reports.listSteps(id).stream().map(ReportWire::step).toList());
    }

    /** {@code accept}, {@code dismiss} (with a reason) or {@code undo}. */
    @PostMapping("/{id}/actions/{action}")
    @PreAuthorize("hasRole('PLANNER')")
    ReportWire.ReportList act(
            @PathVariable String id,
            @PathVariable String action,
            @RequestBody(required = false) @Nullable Decided body,
            Viewer viewer) {
        ReportAction wanted = ReportAction.findByWire(action).orElseThrow(ReportedProblem.UnknownAction::new);
        Decided given = body == null ? new Decided(null, null) : body;
        reports.decide(
                id,
                new NeedReports.Decision(
                        wanted,
                        given.reason() == null ? "" : given.reason(),
                        given.version() == null ? OptionalLong.empty() : OptionalLong.of(given.version())),
                viewer.name());
        return list();
    }
}
