package ro.caravana.workgroup.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.fieldwork.FieldReports;
import ro.caravana.fieldwork.VisitAccount;
import ro.caravana.workgroup.WorkgroupProblem;
import ro.caravana.workgroup.quality.Channel;
import ro.caravana.workgroup.quality.Complaint;
import ro.caravana.workgroup.quality.QuestionnaireDesk;
import ro.caravana.workgroup.quality.Results;

/** What people said of the visits: results by year, answers typed in from paper or telephone, complaints for planners. */
@RestController
class QualityController {
    private final QuestionnaireDesk desk;
    private final Results results;
    private final FieldReports reports;

    QualityController(QuestionnaireDesk desk, Results results, FieldReports reports) {
        this.reports = reports;
        this.desk = desk;
        this.results = results;
    }

    record OwnVisits(List<Results.Group> visits) {}

    record ComplaintList(List<Complaint> complaints) {}

    /** As typed in: marks 1 to 5, null or 0 where a question was left out. */
    record Typed(
            @Nullable List<@Nullable Integer> marks,
            @Nullable String complaint,
            @Nullable String channel) {}

    /** A year's answers, and how they split by month, UAT and visit. */
    @GetMapping("/api/v1/quality/{year}")
    @PreAuthorize("hasAnyRole('PLANNER','VIEWER','ADMIN')")
    Results.Tables read(@PathVariable String year, Viewer viewer) {
        int number = MoneyController.year(year);
        return results.of(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31), viewer);
    }

    /**
     * What people said of the visits that this account reported: rows of the same tables that others are told, so that nothing more
     * follows from them; no sum over the account's own visits.
     */
    @GetMapping("/api/v1/quality/{year}/own")
    @PreAuthorize("hasAnyRole('PLANNER','FIELD')")
    OwnVisits own(@PathVariable String year, Viewer viewer) {
        int number = MoneyController.year(year);
        LocalDate first = LocalDate.of(number, 1, 1);
        LocalDate last = LocalDate.of(number, 12, 31);
        Set<String> own = reports.listAccounts(first, last).stream()
                .filter(account -> account.reports().stream()
                        .anyMatch(report -> report.signedBy().equals(viewer.name())))
                .map(VisitAccount::visit)
                .collect(Collectors.toSet());
        return new OwnVisits(results.of(first, last, viewer).visits().stream()
                .filter(group -> own.contains(group.key()))
                .toList());
    }

    @PostMapping("/api/v1/visits/{id}/questionnaires")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAnyRole('PLANNER','FIELD')")
    void enter(
            @PathVariable String id,
            @RequestBody Typed typed,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        Channel channel = "PHONE".equals(typed.channel()) ? Channel.PHONE : Channel.PAPER;
        List<Integer> marks = new ArrayList<>();
        if (typed.marks() == null) {
            throw new WorkgroupProblem.BadAnswer("marks", "Send five marks, null where a question was left out.");
        }
        typed.marks().forEach(mark -> marks.add(mark == null ? 0 : mark));
        desk.enter(
                id,
                new QuestionnaireDesk.Filled(marks, typed.complaint() == null ? "" : typed.complaint(), channel),
                viewer.name(),
                key);
    }

    @GetMapping("/api/v1/complaints")
    @PreAuthorize("hasRole('PLANNER')")
    ComplaintList complaints() {
        return new ComplaintList(desk.listComplaints());
    }
}
