package ro.caravana.documents.web;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.documents.calendar.ActionGraphicCalendar;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.pdf.ActionGraphicPdf;
import ro.caravana.documents.pdf.Paper;
import ro.caravana.documents.sheet.ActionGraphicCsv;
import ro.caravana.documents.sheet.ActionGraphicWorkbook;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;

/**
 * The annual action graphic of a plan. {@code lang=ro|en} sets the language; {@code audience=shared} gives a planner the copy that may
 * be passed on, with small figures hidden and visits at home told as any other.
 */
@RestController
@RequestMapping("/api/v1/plans/{id}")
@PreAuthorize("hasAnyRole('PLANNER', 'VIEWER', 'ADMIN')")
class ActionGraphicController {
    private final Plans plans;
    private final PlanReading reading;
    private final Download download;

    ActionGraphicController(Plans plans, PlanReading reading, Download download) {
        this.plans = plans;
        this.reading = reading;
        this.download = download;
    }

    /** The table the director signs; {@code paper=a3|a4}. */
    @GetMapping("/action-graphic.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        Paper paper = Wish.option(request, "paper", Paper.class, Paper.A3);
        return answer(
                request,
                id,
                viewer,
                new Format(
                        MediaType.APPLICATION_PDF, "pdf", paper, texts -> new ActionGraphicPdf(texts, paper)::write));
    }

    /** Real dates and hours, filters, the visits that found no day, the sources. */
    @GetMapping("/action-graphic.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        return answer(
                request,
                id,
                viewer,
                new Format(MediaTypes.XLSX, "xlsx", "", texts -> new ActionGraphicWorkbook(texts)::write));
    }

    /** One event per visit and one per station and day. */
    @GetMapping("/action-graphic.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        return answer(
                request,
                id,
                viewer,
                new Format(MediaTypes.CALENDAR, "ics", "", texts -> new ActionGraphicCalendar(texts)::write));
    }

    /** Semicolons and UTF-8; {@code bom=false} leaves out the byte order mark that Excel needs. */
    @GetMapping("/action-graphic.csv")
    ResponseEntity<byte[]> table(@PathVariable String id, Viewer viewer, ServerHttpRequest request) {
        boolean mark = Wish.isOn(request, "bom");
        return answer(
                request,
                id,
                viewer,
                new Format(MediaTypes.CSV, "csv", mark, texts -> new ActionGraphicCsv(texts, mark)::write));
    }

    /**
     * One of the forms a graphic takes.
     *
     * @param option what else its bytes depend on
     */
    private record Format(
            MediaType type, String ending, Object option, Function<Texts, Function<ActionGraphic, byte[]>> writer) {}

    private ResponseEntity<byte[]> answer(ServerHttpRequest request, String id, Viewer viewer, Format format) {
        Wish wish = Wish.of(request, viewer);
        PlanView plan = plans.getSolvedPlan(id);
        AgreedPlan agreed = reading.agreed(plan.head());
        Texts texts = new Texts(wish.language(), reading.threshold());
        String year = String.valueOf(plan.head().start().getYear());
        return download.answer(
                request,
                new Download.Document(
                        format.type(),
                        texts.text("graphic-file", reading.county(), year) + "." + format.ending(),
                        texts.text("graphic-file-full", reading.county(), year) + "." + format.ending(),
                        List.of(reading.state(plan.head(), agreed, wish), format.option()),
                        () -> format.writer().apply(texts).apply(reading.graphic(plan, agreed, wish))));
    }
}
