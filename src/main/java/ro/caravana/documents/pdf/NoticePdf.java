package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.net.URI;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ro.caravana.coordination.Announcement;
import ro.caravana.documents.text.Texts;

/** The poster by which citizens learn of a visit: place, date, hours, what to bring. Thread-safe. */
public final class NoticePdf {
    private static final Template TEMPLATE = Templates.load("notice");
    private static final List<String> BRING =
            List.of("notice-bring-birth", "notice-bring-home", "notice-bring-child", "notice-bring-anyway");

    private final Texts texts;
    private final Paper paper;

    public NoticePdf(Texts texts, Paper paper) {
        this.texts = texts;
        this.paper = paper;
    }

    /**
     * @param county the county's name without "județul"
     * @param page where one sees whether the visit still holds
     * @param synthetic whether the plan behind it is a trial
     */
    public byte[] write(String county, Announcement visit, URI page, boolean synthetic) {
        return PdfWriter.writeOnOnePage(size -> html(county, visit, page, synthetic, size), visit.changedAt());
    }

    /** @param size of the letters, 1 where nothing is long */
    private String html(String county, Announcement visit, URI page, boolean synthetic, double size) {
        boolean handover = "HANDOVER".equals(visit.kind());
        Map<String, Object> poster = new HashMap<>();
        poster.put("t", Templates.messages(texts));
        poster.put("language", texts.language().tag());
        poster.put("title", texts.text("notice-title", visit.locality()));
        poster.put("directorate", texts.text("directorate", county));
        poster.put("paper", paper.name());
        // an A3 sheet is an A4 sheet read from twice as far
        poster.put("font-size", String.format(Locale.ROOT, "%.2fpt", (paper == Paper.A3 ? 21 : 14.5) * size));
        poster.put("synthetic", synthetic);
        poster.put("where", visit.locality());
        poster.put("date", texts.longDate(visit.date()));
        poster.put("hours", texts.text("notice-hours", texts.time(time(visit.start())), texts.time(time(visit.end()))));
        poster.put("place", visit.place().equals(visit.locality()) ? visit.uat() : visit.place());
        poster.put("purpose", texts.text(handover ? "notice-purpose-handover" : "notice-purpose-capture"));
        poster.put(
                "bring",
                handover
                        ? List.of(texts.text("notice-bring-handover"))
                        : BRING.stream().map(texts::text).toList());
        poster.put("qr", QrCode.draw(page.toString(), texts.text("notice-qr")));
        poster.put("link", page.toString());
        return TEMPLATE.execute(poster);
    }

    private static LocalTime time(int secondOfDay) {
        return LocalTime.ofSecondOfDay(Math.min(secondOfDay, 86_399));
    }
}
