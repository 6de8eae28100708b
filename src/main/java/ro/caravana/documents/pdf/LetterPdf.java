package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Letter;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.PersonsRange;
import ro.caravana.documents.model.PartnerLetter;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.documents.text.Texts;

/** Letters that ask a mayor or a police post about a visit, one a page. Thread-safe. */
public final class LetterPdf {
    private static final Template TEMPLATE = Templates.load("letter");

    private final Texts texts;

    public LetterPdf(Texts texts) {
        this.texts = texts;
    }

    /** @param county the county's name without "județul" */
    public byte[] write(String county, List<PartnerLetter> letters, Instant now) {
        return PdfWriter.write(html(county, letters, now), now);
    }

    String html(String county, List<PartnerLetter> letters, Instant now) {
        Map<String, Object> page = new HashMap<>();
        page.put("t", Templates.messages(texts));
        page.put("language", texts.language().tag());
        page.put("title", texts.text("letter-title"));
        page.put("county-council", texts.text("county-council", county));
        page.put("directorate", texts.text("directorate", county));
        page.put("generated-line", texts.text("generated-line", texts.moment(now)));
        List<Map<String, Object>> all = new ArrayList<>();
        letters.forEach(letter -> all.add(letter(letter)));
        all.forEach(letter -> letter.put("last", letter == all.get(all.size() - 1)));
        page.put("letters", all);
        return TEMPLATE.execute(page);
    }

    private Map<String, Object> letter(PartnerLetter paper) {
        Letter letter = paper.letter();
        Appointment visit = letter.visit();
        boolean toMayor = letter.partner() == Partner.MAYOR;
        Map<String, Object> page = new HashMap<>();
        page.put(
                "registry",
                texts.text(
                        "letter-registry", String.valueOf(letter.registryNumber()), texts.date(letter.registeredOn())));
        page.put("synthetic", paper.synthetic());
        page.put("to", texts.text(toMayor ? "letter-to-mayor" : "letter-to-police", visit.uat()));
        page.put("address", paper.postalAddress());
        page.put("subject", texts.text("letter-subject", visit.locality()));
        page.put("intro", letter.intro());
        page.put("facts", facts(visit));
        page.put("has-others", !letter.others().isEmpty());
        page.put(
                "others",
                letter.others().stream()
                        .map(other -> texts.text(
                                "letter-other-date", texts.longDate(other.date()), texts.time(time(other.start()))))
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
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("letter-place", place(visit)));
        facts.add(fact("letter-date", texts.longDate(visit.date())));
        facts.add(fact("letter-hours", texts.hours(time(visit.start()), time(visit.end()))));
        if (visit.isPublic()) {
            facts.add(fact("letter-persons", persons(visit.personsRange())));
        }
        facts.add(fact("letter-purpose", texts.text(purpose(visit))));
        facts.add(fact("letter-kit", texts.text(kit(visit))));
        return facts;
    }

    /** Of a bedside only the village is told. */
    private String place(Appointment visit) {
        if (!visit.isPublic()) {
            return texts.text("letter-at-home", visit.locality());
        }
        return visit.siteName().equals(visit.locality())
                ? visit.locality()
                : visit.siteName() + ", " + visit.locality();
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

    private Map<String, String> fact(String key, String value) {
        return Map.of("label", texts.text(key), "value", value);
    }

    private static LocalTime time(int secondOfDay) {
        return LocalTime.ofSecondOfDay(Math.min(secondOfDay, 86_399));
    }
}
