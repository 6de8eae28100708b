package ro.caravana.documents.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Letter;
import ro.caravana.coordination.Letters;
import ro.caravana.coordination.Partner;
import ro.caravana.documents.text.Texts;

/** Letters to mayors and police posts. They hold the addresses by which partners answer, so only planners print them. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class LetterController {
    private final Letters letters;
    private final LetterPress press;
    private final PlanReading reading;
    private final Clock clock;
    private final OwnAddress own;

    LetterController(Letters letters, LetterPress press, PlanReading reading, OwnAddress own, Clock clock) {
        this.letters = letters;
        this.press = press;
        this.reading = reading;
        this.clock = clock;
        this.own = own;
    }

    /** The letter to one partner; {@code lang=ro|en}. */
    @GetMapping("/api/v1/visits/{id}/letters/{partner}.pdf")
    ResponseEntity<byte[]> one(
            @PathVariable String id, @PathVariable String partner, Viewer viewer, ServerHttpRequest request) {
        Partner known = Partner.findByWire(partner)
                .orElseThrow(() -> new DocumentProblem.UnknownOption("partner", "mayor or police"));
        return answer(List.of(letters.getLetter(id, known, language(request, viewer))), viewer, request);
    }

    /** All letters that still want an answer, one a page, in the order of their registry numbers; {@code lang=ro|en}. */
    @GetMapping("/api/v1/letters.pdf")
    ResponseEntity<byte[]> all(Viewer viewer, ServerHttpRequest request) {
        List<Letter> open = letters.listOpen(language(request, viewer));
        if (open.isEmpty()) {
            throw new DocumentProblem.NoLetters();
        }
        return answer(open, viewer, request);
    }

    private ResponseEntity<byte[]> answer(List<Letter> all, Viewer viewer, ServerHttpRequest request) {
        Texts texts = new Texts(Wish.of(request, viewer).language(), reading.threshold());
        Instant now = clock.instant();
        byte[] pdf = press.print(all, texts, path -> own.of(path, request), now);
        String name =
                texts.text("letter-file", LocalDate.ofInstant(now, Texts.ZONE).toString()) + ".pdf";
        return Download.secret(MediaType.APPLICATION_PDF, name, pdf);
    }

    private static String language(ServerHttpRequest request, Viewer viewer) {
        return Wish.of(request, viewer).language().tag();
    }
}
