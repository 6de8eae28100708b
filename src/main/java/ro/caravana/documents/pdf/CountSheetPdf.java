package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ro.caravana.documents.model.CountSheet;
import ro.caravana.documents.text.Texts;

/** A sheet per visit: what the phone would count, with room for tally marks, and the code that brings the counts back. Thread-safe. */
public final class CountSheetPdf {
    private static final Template TEMPLATE = Templates.load("count-sheet");

    private final Texts texts;

    public CountSheetPdf(Texts texts) {
        this.texts = texts;
    }

    public byte[] write(CountSheet day) {
        return PdfWriter.write(html(day), day.date().atStartOfDay(Texts.ZONE).toInstant());
    }

    String html(CountSheet day) {
        Map<String, Object> page = new HashMap<>();
        page.put("t", Templates.messages(texts));
        page.put("language", texts.language().tag());
        page.put("title", texts.text("count-title"));
        page.put("directorate", texts.text("directorate", day.county()));
        page.put("date", texts.longDate(day.date()));
        page.put("station", day.stationName());
        page.put("synthetic", day.synthetic());
        page.put("sheets", sheets(day));
        return TEMPLATE.execute(page);
    }

    private List<Map<String, Object>> sheets(CountSheet day) {
        int count = day.visits().size();
        return IntStream.range(0, count)
                .mapToObj(nth -> sheet(day.visits().get(nth), nth + 1, count))
                .toList();
    }

    private Map<String, Object> sheet(CountSheet.Visit visit, int number, int of) {
        return Map.of(
                "number", texts.text("count-number", number, of),
                "place", visit.locality(),
                "uat", visit.uat(),
                "venue", visit.venue(),
                "hours", texts.hours(visit.start(), visit.end()),
                "last", number == of,
                "qr", QrCode.draw(visit.form().toString(), texts.text("count-qr")));
    }
}
