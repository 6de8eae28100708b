package ro.caravana.documents.pdf;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Letter;
import ro.caravana.coordination.PersonsRange;
import ro.caravana.documents.model.PartnerLetter;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.documents.text.Texts;

/** Letters that ask a mayor or a police post about a visit, one a page. Thread-safe. */
public final class LetterPdf {
    private final Texts texts;
    private final LetterSheets sheets;

    public LetterPdf(Texts texts) {
        this.texts = texts;
        this.sheets = new LetterSheets(texts);
    }

    /** @param county the county's name without "județul" */
    public byte[] write(String county, List<PartnerLetter> letters, Instant now) {
        return PdfWriter.write(html(county, letters, now), now);
    }

    String html(String county, List<PartnerLetter> letters, Instant now) {
        return sheets.html(county, letters.stream().map(this::letter).toList(), now);
    }

    private Map<String, Object> letter(PartnerLetter paper) {
        Letter letter = paper.letter();
        Appointment visit = letter.visit();
        Map<String, Object> page = sheets.head(
                letter.partner(),
                visit,
                letter.registryNumber(),
                letter.registeredOn(),
                paper.postalAddress(),
                paper.synthetic());
        page.put("subject", texts.text("letter-subject", visit.locality()));
        page.put("intro", letter.intro());
        page.put("facts", facts(visit));
        page.put("has-others", !letter.others().isEmpty());
        page.put(
                "others",
                letter.others().stream()
                        .map(other -> texts.text(
                                "letter-other-date",
                                texts.longDate(other.date()),
                                texts.time(LetterSheets.time(other.start()))))
                        .toList());
        page.put("can-answer", paper.answerUrl().isPresent());
        page.put("qr", paper.answerUrl().map(this::qr).orElse(""));
        page.put("link", paper.answerUrl().map(URI::toString).orElse(""));
        page.put("how", texts.text("letter-how", texts.moment(letter.expiresAt())));
        return page;
    }

    private String qr(URI url) {
        return QrCode.draw(url.toString(), texts.text("letter-qr"));
    }

    private List<Map<String, String>> facts(Appointment visit) {
        List<Map<String, String>> facts = new ArrayList<>(sheets.whereAndWhen(visit));
        if (visit.isPublic()) {
            facts.add(sheets.fact("letter-persons", persons(visit.personsRange())));
        }
        facts.add(sheets.fact("letter-purpose", texts.text(purpose(visit))));
        facts.add(sheets.fact("letter-kit", texts.text(kit(visit))));
        return facts;
    }

    private String persons(PersonsRange range) {
        return range.low() == 0
                ? texts.text("letter-persons-up-to", String.valueOf(range.high()))
                : texts.text("letter-persons-between", String.valueOf(range.low()), String.valueOf(range.high()));
    }

    private static String purpose(Appointment visit) {
        return switch (VisitKind.valueOf(visit.kind())) {
            case CAPTURE -> "letter-purpose-capture";
            case HANDOVER -> "letter-purpose-handover";
            case HOME -> "letter-purpose-home";
        };
    }

    private static String kit(Appointment visit) {
        return switch (VisitKind.valueOf(visit.kind())) {
            case CAPTURE -> "letter-kit-capture";
            case HANDOVER -> "letter-kit-handover";
            case HOME -> "letter-kit-home";
        };
    }
}
