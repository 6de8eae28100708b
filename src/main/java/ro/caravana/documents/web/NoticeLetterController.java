package ro.caravana.documents.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.coordination.NoticeLetter;
import ro.caravana.coordination.NoticeLetters;
import ro.caravana.coordination.Partner;
import ro.caravana.documents.model.NoticeSheet;
import ro.caravana.documents.pdf.NoticeLetterPdf;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;

/** Letters to partners whom no mail reaches: moved, called off, announced, another room. For planners. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class NoticeLetterController {
    private final NoticeLetters letters;
    private final PostalAddresses addresses;
    private final LetterPress press;
    private final PlanReading reading;
    private final OwnAddress own;
    private final Clock clock;

    NoticeLetterController(
            NoticeLetters letters,
            PostalAddresses addresses,
            LetterPress press,
            PlanReading reading,
            OwnAddress own,
            Clock clock) {
        this.press = press;
        this.letters = letters;
        this.addresses = addresses;
        this.reading = reading;
        this.own = own;
        this.clock = clock;
    }

    /** Everything that one partner still has to be told about a visit, one letter a page, in Romanian like the mails. */
    @GetMapping("/api/v1/visits/{id}/notices/{partner}.pdf")
    ResponseEntity<byte[]> print(@PathVariable String id, @PathVariable String partner, ServerHttpRequest request) {
        Partner known = Partner.findByWire(partner)
                .orElseThrow(() -> new DocumentProblem.UnknownOption("partner", "mayor or police"));
        List<NoticeSheet> sheets = letters.list(id, known).stream()
                .map(letter -> sheet(letter, request))
                .toList();
        Texts texts = new Texts(Language.RO, reading.threshold());
        Instant now = clock.instant();
        String name = texts.text(
                        "notice-letter-file",
                        LocalDate.ofInstant(now, Texts.ZONE).toString()) + ".pdf";
        return Download.secret(
                MediaType.APPLICATION_PDF, name, new NoticeLetterPdf(texts).write(reading.county(), sheets, now));
    }

    private NoticeSheet sheet(NoticeLetter letter, ServerHttpRequest request) {
        Optional<URI> page = letter.poster()
                ? Optional.of(own.of("/public/visits/" + letter.visit().id(), request))
                : Optional.empty();
        return new NoticeSheet(
                letter, addresses.of(letter.visit(), letter.partner()), page, press.isSynthetic(letter.visit()));
    }
}
