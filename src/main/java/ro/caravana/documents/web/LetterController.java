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
import ro.caravana.documents.model.PartnerLetter;
import ro.caravana.documents.pdf.LetterPdf;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** Letters to mayors and police posts. They hold the addresses by which partners answer, so only planners print them. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class LetterController {
    private final Letters letters;
    private final Plans plans;
    private final TerritoryRegistry territory;
    private final PlanReading reading;
    private final Clock clock;
    private final OwnAddress own;

    LetterController(
            Letters letters,
            Plans plans,
            TerritoryRegistry territory,
            PlanReading reading,
            OwnAddress own,
            Clock clock) {
        this.letters = letters;
        this.plans = plans;
        this.territory = territory;
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
        return answer(List.of(letters.getLetter(id, known)), viewer, request);
    }

    /** All letters that still want an answer, one a page, in the order of their registry numbers; {@code lang=ro|en}. */
    @GetMapping("/api/v1/letters.pdf")
    ResponseEntity<byte[]> all(Viewer viewer, ServerHttpRequest request) {
        List<Letter> open = letters.listOpen();
        if (open.isEmpty()) {
            throw new DocumentProblem.NoLetters();
        }
        return answer(open, viewer, request);
    }

    private ResponseEntity<byte[]> answer(List<Letter> all, Viewer viewer, ServerHttpRequest request) {
        Texts texts = new Texts(Wish.of(request, viewer).language(), reading.threshold());
        Instant now = clock.instant();
        List<PartnerLetter> paper =
                all.stream().map(letter -> paper(letter, request)).toList();
        String name =
                texts.text("letter-file", LocalDate.ofInstant(now, Texts.ZONE).toString()) + ".pdf";
        return Download.secret(
                MediaType.APPLICATION_PDF, name, new LetterPdf(texts).write(reading.county(), paper, now));
    }

    private PartnerLetter paper(Letter letter, ServerHttpRequest request) {
        String address = letter.partner() == Partner.MAYOR
                ? territory
                        .current()
                        .findUat(letter.visit().uatSiruta())
                        .map(Uat::townHallAddress)
                        .orElse("")
                : "";
        return new PartnerLetter(
                letter, address, letter.token().map(token -> own.of("/p/" + token, request)), isSynthetic(letter));
    }

    private boolean isSynthetic(Letter letter) {
        try {
            return plans.getPlan(letter.visit().plan()).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
