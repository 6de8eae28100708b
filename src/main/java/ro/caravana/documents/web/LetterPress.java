package ro.caravana.documents.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Letter;
import ro.caravana.coordination.LetterPaper;
import ro.caravana.documents.model.PartnerLetter;
import ro.caravana.documents.pdf.LetterPdf;
import ro.caravana.documents.text.Language;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;

/** Prints letters to partners, for planners and for the mails that ask the same. Thread-safe. */
@Component
class LetterPress implements LetterPaper {
    private final Plans plans;
    private final PostalAddresses addresses;
    private final PlanReading reading;
    private final Clock clock;

    LetterPress(Plans plans, PostalAddresses addresses, PlanReading reading, Clock clock) {
        this.plans = plans;
        this.addresses = addresses;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public byte[] print(Letter letter, String publicUrl) {
        Texts texts = new Texts(Language.RO, reading.threshold());
        return print(List.of(letter), texts, path -> URI.create(publicUrl + path), clock.instant());
    }

    /** @param own makes an address of ours out of a path */
    byte[] print(List<Letter> letters, Texts texts, Function<String, URI> own, Instant now) {
        List<PartnerLetter> papers =
                letters.stream().map(letter -> paper(letter, own)).toList();
        return new LetterPdf(texts).write(reading.county(), papers, now);
    }

    private PartnerLetter paper(Letter letter, Function<String, URI> own) {
        String address = addresses.of(letter.visit(), letter.partner());
        return new PartnerLetter(
                letter, address, letter.token().map(token -> own.apply("/p/" + token)), isSynthetic(letter.visit()));
    }

    /** Whether the persons of its plan are made up; every letter says so. */
    boolean isSynthetic(Appointment visit) {
        try {
            return plans.getPlan(visit.plan()).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
