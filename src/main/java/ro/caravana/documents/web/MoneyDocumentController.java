package ro.caravana.documents.web;

import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.documents.sheet.MoneyWorkbook;
import ro.caravana.documents.text.Texts;
import ro.caravana.workgroup.Money;

/** A year's money as a workbook; planners only. */
@RestController
class MoneyDocumentController {
    private final Money money;
    private final PlanReading reading;
    private final Clock clock;

    MoneyDocumentController(Money money, PlanReading reading, Clock clock) {
        this.money = money;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping("/api/v1/money/{year}/workbook.xlsx")
    @PreAuthorize("hasRole('PLANNER')")
    ResponseEntity<byte[]> workbook(@PathVariable String year, Viewer viewer, ServerHttpRequest request) {
        if (!year.matches("20\\d\\d")) {
            throw new DocumentProblem.NoSuchYear();
        }
        Texts texts = new Texts(Wish.of(request, viewer).language(), reading.threshold());
        return Download.secret(
                MediaTypes.XLSX,
                texts.text("money-file", year) + ".xlsx",
                new MoneyWorkbook(texts).write(reading.county(), money.now(Integer.parseInt(year)), clock.instant()));
    }
}
