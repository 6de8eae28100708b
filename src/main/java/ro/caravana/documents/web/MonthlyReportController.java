package ro.caravana.documents.web;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.pdf.MonthlyReportPdf;
import ro.caravana.documents.sheet.MonthlyReportWorkbook;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.Months;

/**
 * {@code /api/v1/reports/{yyyy-mm}.pdf|.xlsx}: the working group's monthly report, {@code lang=ro|en}. Planners get the copy to pass on
 * unless they ask for {@code audience=internal}; everybody else gets no other.
 */
@RestController
@RequestMapping("/api/v1/reports")
@PreAuthorize("hasAnyRole('PLANNER','VIEWER','ADMIN')")
class MonthlyReportController {
    private final Months months;
    private final Download download;

    MonthlyReportController(Months months, Download download) {
        this.months = months;
        this.download = download;
    }

    @GetMapping("/{month}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String month, Viewer viewer, ServerHttpRequest request) {
        Asked asked = asked(month, viewer, request);
        return answer(
                asked,
                request,
                MediaType.APPLICATION_PDF,
                ".pdf",
                () -> new MonthlyReportPdf(asked.texts()).write(asked.facts()));
    }

    @GetMapping("/{month}.xlsx")
    ResponseEntity<byte[]> workbook(@PathVariable String month, Viewer viewer, ServerHttpRequest request) {
        Asked asked = asked(month, viewer, request);
        return answer(
                asked,
                request,
                MediaTypes.XLSX,
                ".xlsx",
                () -> new MonthlyReportWorkbook(asked.texts()).write(asked.facts()));
    }

    private record Asked(MonthFacts facts, Texts texts) {}

    private Asked asked(String month, Viewer viewer, ServerHttpRequest request) {
        boolean named = request.getQueryParams().containsKey("audience");
        Wish wish = Wish.of(request, viewer);
        boolean internal = named && wish.audience() == Audience.INTERNAL;
        MonthFacts facts = months.facts(month(month), internal);
        return new Asked(facts, new Texts(wish.language(), facts.threshold()));
    }

    private ResponseEntity<byte[]> answer(
            Asked asked, ServerHttpRequest request, MediaType type, String ending, Supplier<byte[]> printing) {
        String name = asked.texts().text("month-file", asked.facts().month()) + ending;
        if (!asked.facts().closed()) {
            return Download.secret(type, name, printing.get()); // the next one says something else
        }
        List<Object> state = List.of(asked.facts(), asked.texts().language(), ending);
        return download.answer(request, new Download.Document(type, name, name, state, printing));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            throw new DocumentProblem.NoSuchMonth();
        }
    }
}
