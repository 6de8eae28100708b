package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.RouteLeg;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.text.VisitWords;

/** A team's day on paper: map, timetable, contacts, what to take along. Thread-safe. */
public final class RouteSheetPdf {
    private static final Template TEMPLATE = Templates.load("route-sheet");
    private static final List<String> BEFORE =
            List.of("camera", "laptop", "forms", "seals", "cards", "phone", "vehicle", "call");
    private static final List<String> AFTER = List.of("report", "secure");

    private final Texts texts;

    public RouteSheetPdf(Texts texts) {
        this.texts = texts;
    }

    public byte[] write(RouteSheet sheet) {
        return PdfWriter.write(html(sheet), sheet.edition().generatedAt());
    }

    String html(RouteSheet sheet) {
        DayOut day = sheet.day();
        Map<String, Object> page = new HashMap<>(EditionLines.of(texts, sheet.edition()));
        page.put("title", texts.text("route-title"));
        page.put("date", texts.date(day.date()));
        page.put("subtitle", texts.longDate(day.date()) + " · " + day.stationName());
        page.put("sums", sums(day));
        page.put("map", MapSketch.draw(sheet, texts.text("route-map")));
        page.put("map-caption", texts.text(sheet.schematicRoads() ? "route-map-schematic" : "route-map-sketch"));
        page.put("has-qr", sheet.dayUrl().isPresent());
        page.put(
                "qr",
                sheet.dayUrl()
                        .map(url -> QrCode.draw(url.toString(), texts.text("route-qr")))
                        .orElse(""));
        timetable(page, sheet);
        page.put("before", checks(BEFORE));
        page.put("after", checks(AFTER));
        return TEMPLATE.execute(page);
    }

    private List<Map<String, String>> sums(DayOut day) {
        return Stream.of(
                        List.of(texts.time(day.departure()), "route-leaves"),
                        List.of(texts.time(day.comingBack()), "route-returns"),
                        List.of(texts.number(day.stops().size()), "route-stops"),
                        List.of(texts.persons(day.persons()), "route-persons"),
                        List.of(texts.distance(day.metres()), "route-distance"),
                        List.of(texts.duration(day.drivingSeconds()), "route-driving"))
                .map(sum -> Map.of("figure", sum.get(0), "label", texts.text(sum.get(1))))
                .toList();
    }

    private void timetable(Map<String, Object> page, RouteSheet sheet) {
        page.put("leaves", texts.time(sheet.day().departure()));
        page.put("base-leaves", texts.text("route-base-leaves", sheet.baseName()));
        page.put("stops", stops(sheet));
        page.put("returns", texts.time(sheet.day().comingBack()));
        page.put("base-returns", texts.text("route-base-returns", sheet.baseName()));
        page.put("back-distance", texts.distance(sheet.back().metres()));
        page.put("back-duration", texts.duration(sheet.back().seconds()));
    }

    private List<Row> stops(RouteSheet sheet) {
        var words = new VisitWords(texts, sheet.edition().audience());
        List<Row> rows = new ArrayList<>();
        for (Stop stop : sheet.day().stops()) {
            RouteLeg leg = sheet.legs().get(rows.size());
            rows.add(new Row(
                    rows.size() + 1,
                    texts.time(stop.arrival()),
                    texts.hours(stop.start(), stop.end()),
                    stop.place(),
                    words.venueAndAction(stop),
                    contact(stop),
                    texts.persons(stop.persons()),
                    texts.distance(leg.metres()),
                    texts.duration(leg.seconds()),
                    leg.estimated()));
        }
        return rows;
    }

    private String contact(Stop stop) {
        return stop.townHallAddress().isBlank()
                ? texts.text("route-contact-unknown")
                : texts.text("route-contact", stop.townHallAddress());
    }

    /** Two a line; an even number of things to check. */
    private List<Map<String, String>> checks(List<String> names) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i += 2) {
            lines.add(Map.of(
                    "left", texts.text("route-check-" + names.get(i)),
                    "right", texts.text("route-check-" + names.get(i + 1))));
        }
        return lines;
    }

    record Row(
            int number,
            String arrival,
            String hours,
            String place,
            String visit,
            String contact,
            String persons,
            String distance,
            String duration,
            boolean estimated) {}
}
