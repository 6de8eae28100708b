package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Partner;
import ro.caravana.documents.text.Texts;

/** What every letter to a partner has: who writes to whom, under which number, about which visit; one a page. Thread-safe. */
final class LetterSheets {
    private static final Template TEMPLATE = Templates.load("letter");

    private final Texts texts;

    LetterSheets(Texts texts) {
        this.texts = texts;
    }

    /** @param county the county's name without "județul" */
    String html(String county, List<Map<String, Object>> letters, Instant now) {
        Map<String, Object> page = new HashMap<>();
        page.put("t", Templates.messages(texts));
        page.put("language", texts.language().tag());
        page.put("title", texts.text("letter-title"));
        page.put("county-council", texts.text("county-council", county));
        page.put("directorate", texts.text("directorate", county));
        page.put("generated-line", texts.text("generated-line", texts.moment(now)));
        letters.forEach(letter -> letter.put("last", letter == letters.get(letters.size() - 1)));
        page.put("letters", letters);
        return TEMPLATE.execute(page);
    }

    /** A letter that asks for no answer and sends nobody to a page, until its own values are put. */
    Map<String, Object> head(
            Partner partner,
            Appointment visit,
            int registryNumber,
            LocalDate registeredOn,
            String postalAddress,
            boolean synthetic) {
        Map<String, Object> page = new HashMap<>();
        page.put("registry", texts.text("letter-registry", String.valueOf(registryNumber), texts.date(registeredOn)));
        page.put("to", texts.text(partner == Partner.MAYOR ? "letter-to-mayor" : "letter-to-police", visit.uat()));
        page.put("address", postalAddress);
        page.put("synthetic", synthetic);
        page.put("has-page", false);
        page.put("has-others", false);
        page.put("can-answer", false);
        return page;
    }

    List<Map<String, String>> whereAndWhen(Appointment visit) {
        return List.of(
                fact("letter-place", place(visit)),
                fact("letter-date", texts.longDate(visit.date())),
                fact("letter-hours", texts.hours(time(visit.start()), time(visit.end()))));
    }

    Map<String, String> fact(String key, String value) {
        return Map.of("label", texts.text(key), "value", value);
    }

    static LocalTime time(int secondOfDay) {
        return LocalTime.ofSecondOfDay(Math.min(secondOfDay, 86_399));
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
}
