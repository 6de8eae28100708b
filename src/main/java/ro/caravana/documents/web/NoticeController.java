package ro.caravana.documents.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Announcement;
import ro.caravana.coordination.Announcements;
import ro.caravana.documents.calendar.NoticeCalendar;
import ro.caravana.documents.pdf.NoticePdf;
import ro.caravana.documents.pdf.Paper;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** Posters and calendars for citizens: open to everybody, about announced visits only; {@code lang=ro|en}. */
@RestController
@RequestMapping("/public")
class NoticeController {
    /** A calendar keeps what was, so that a subscriber sees what became of it. */
    private static final int DAYS_KEPT = 60;

    private final Announcements announcements;
    private final TerritoryRegistry territory;
    private final Plans plans;
    private final PlanReading reading;
    private final Download download;
    private final OwnAddress own;
    private final Clock clock;

    NoticeController(
            Announcements announcements,
            TerritoryRegistry territory,
            Plans plans,
            PlanReading reading,
            Download download,
            OwnAddress own,
            Clock clock) {
        this.announcements = announcements;
        this.territory = territory;
        this.plans = plans;
        this.reading = reading;
        this.download = download;
        this.own = own;
        this.clock = clock;
    }

    /** The poster of a visit that holds; {@code paper=a3|a4}. */
    @GetMapping("/visits/{id}/poster.pdf")
    ResponseEntity<byte[]> poster(@PathVariable String id, ServerHttpRequest request) {
        Paper paper = Wish.option(request, "paper", Paper.class, Paper.A4);
        Announcement visit = announcements.find(id).orElseThrow(DocumentProblem.NotAnnounced::new);
        if (visit.status() != Announcement.Status.HOLDS) {
            throw new DocumentProblem.NoLongerAnnounced();
        }
        Texts texts = texts(request);
        URI page = page(visit, request);
        String name = texts.text("notice-file", visit.locality(), visit.date().toString()) + ".pdf";
        boolean synthetic = isSynthetic(visit);
        return download.answer(
                request,
                new Download.Document(
                        MediaType.APPLICATION_PDF,
                        name,
                        name,
                        List.of(visit, paper, page, texts.language(), synthetic, reading.county()),
                        () -> new NoticePdf(texts, paper).write(reading.county(), visit, page, synthetic)));
    }

    /** What is announced in a UAT, to subscribe to. */
    @GetMapping("/uats/{siruta:[0-9]{1,9}}.ics")
    ResponseEntity<byte[]> calendar(@PathVariable int siruta, ServerHttpRequest request) {
        Uat uat = territory.current().findUat(siruta).orElseThrow(DocumentProblem.NotAnnounced::new);
        LocalDate first = LocalDate.ofInstant(clock.instant(), Texts.ZONE).minusDays(DAYS_KEPT);
        List<Announcement> visits = announcements.listOfUat(siruta, first);
        Texts texts = texts(request);
        String name = texts.text("notice-file-calendar", uat.name()) + ".ics";
        return download.answer(
                request,
                new Download.Document(
                        MediaTypes.CALENDAR,
                        name,
                        name,
                        List.of(visits, own.of("/", request), texts.language()),
                        () -> new NoticeCalendar(texts).write(uat.name(), visits, visit -> page(visit, request))));
    }

    private URI page(Announcement visit, ServerHttpRequest request) {
        return own.of("/public/visits/" + visit.visit(), request);
    }

    private Texts texts(ServerHttpRequest request) {
        return new Texts(Wish.of(request, Viewer.PUBLIC).language(), reading.threshold());
    }

    private boolean isSynthetic(Announcement visit) {
        try {
            String plan = visit.visit().substring(0, visit.visit().indexOf('.'));
            return plans.getPlan(plan).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
