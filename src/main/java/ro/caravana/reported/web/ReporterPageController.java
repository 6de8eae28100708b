package ro.caravana.reported.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Sender;
import ro.caravana.access.SenderLimit;
import ro.caravana.pages.PageAnswer;
import ro.caravana.pages.Words;
import ro.caravana.reported.NeedReport;
import ro.caravana.reported.NeedReports;
import ro.caravana.reported.ReportedProblem;
import ro.caravana.reported.ReporterLink;
import ro.caravana.reported.ReporterLinks;
import ro.caravana.territory.TerritoryRegistry;

/** {@code /public/needs/{token}}: an expert, a social worker or a town hall reports a need, on whatever telephone. */
@RestController
@RequestMapping("/public/needs/{token}")
class ReporterPageController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    /** Opening and sending, within a minute. */
    private static final int MOST_OF_ONE = 30;

    private static final int LONGEST_KEY = 60;

    private final ReporterLinks links;
    private final NeedReports reports;
    private final ReporterPages pages;
    private final TerritoryRegistry territory;
    private final Clock clock;
    private final SenderLimit limit;

    ReporterPageController(
            ReporterLinks links, NeedReports reports, ReporterPages pages, TerritoryRegistry territory, Clock clock) {
        this.links = links;
        this.reports = reports;
        this.pages = pages;
        this.territory = territory;
        this.clock = clock;
        this.limit = SenderLimit.aMinute(clock, MOST_OF_ONE);
    }

    /** The form; opening it changes nothing. */
    @GetMapping
    ResponseEntity<String> read(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            ServerHttpRequest request) {
        Words words = ReporterPages.BOOK.in(lang);
        String path = request.getPath().value();
        try {
            return PageAnswer.secret(
                    HttpStatus.OK, pages.form(words, path, find(token, request), ReporterForm.EMPTY, null));
        } catch (ReportedProblem problem) {
            return refused(words, path, problem);
        }
    }

    /** Takes a report; the same form sent twice is one report. */
    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> send(
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String lang,
            @ModelAttribute ReporterForm.Sent body,
            ServerHttpRequest request) {
        Words words = ReporterPages.BOOK.in(lang);
        String path = request.getPath().value();
        try {
            return take(words, path, find(token, request), body.form());
        } catch (ReportedProblem problem) {
            return refused(words, path, problem);
        }
    }

    private ResponseEntity<String> take(Words words, String path, ReporterLink link, ReporterForm form) {
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
            boolean keyed = !form.key().isBlank() && form.key().length() <= LONGEST_KEY;
            NeedReport taken = reports.report(
                    form.as(link).observation(territory.current(), today),
                    new NeedReports.Sender(link.label(), Optional.of(link)),
                    keyed ? link.id() + "/" + form.key() : null);
            return PageAnswer.secret(HttpStatus.OK, pages.thanks(words, path, taken));
        } catch (ReportedProblem.Unusable | ReportedProblem.PersonalCode bad) {
            return PageAnswer.secret(HttpStatus.BAD_REQUEST, pages.form(words, path, link, form, bad));
        }
    }

    private ReporterLink find(String token, ServerHttpRequest request) {
        limit.count(Sender.of(request)).ifPresent(seconds -> {
            throw new ReportedProblem.TooMany(seconds);
        });
        return links.getByToken(token);
    }

    private ResponseEntity<String> refused(Words words, String path, ReportedProblem problem) {
        return PageAnswer.refused(problem, pages.refusal(words, path, problem));
    }
}
