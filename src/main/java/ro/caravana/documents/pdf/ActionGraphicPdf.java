package ro.caravana.documents.pdf;

import com.samskivert.mustache.Template;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ro.caravana.coordination.Partner;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Agreement;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.model.LeftOut;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.text.VisitWords;

/** The action graphic as the table the director signs: one table per month, its head on every page. Thread-safe. */
public final class ActionGraphicPdf {
    private static final Template TEMPLATE = Templates.load("action-graphic");

    private final Texts texts;
    private final Paper paper;

    public ActionGraphicPdf(Texts texts, Paper paper) {
        this.texts = texts;
        this.paper = paper;
    }

    public byte[] write(ActionGraphic graphic) {
        return PdfWriter.write(html(graphic), graphic.edition().generatedAt());
    }

    String html(ActionGraphic graphic) {
        Map<String, Object> page = new HashMap<>(frame(graphic.edition()));
        page.put("sums", sums(graphic));
        page.put("legend", texts.text("legend"));
        page.put("columns", columns());
        page.put("column-count", columns().size());
        var words = new VisitWords(texts, graphic.edition().audience());
        page.put("months", months(graphic, words));
        page.put("has-left-out", !graphic.leftOut().isEmpty());
        page.put(
                "left-out-title", texts.text("left-out-title", graphic.leftOut().size()));
        page.put("left-out", reasons(graphic.leftOut()));
        return TEMPLATE.execute(page);
    }

    private Map<String, Object> frame(Edition edition) {
        Map<String, Object> frame = new HashMap<>(EditionLines.of(texts, edition));
        frame.put("paper", paper.name());
        frame.put("font-size", paper.fontSize());
        frame.put("margin-side", paper.marginSide());
        frame.put("margin-top", paper.marginTop());
        frame.put("margin-bottom", paper.marginBottom());
        frame.put("title", texts.text("graphic-title", String.valueOf(edition.year())));
        frame.put(
                "subtitle",
                texts.text(
                        "graphic-subtitle",
                        edition.county(),
                        texts.date(edition.start()),
                        texts.date(edition.end()),
                        edition.planName()));
        return frame;
    }

    private List<Sum> sums(ActionGraphic graphic) {
        return List.of(
                new Sum(texts.number(graphic.visitCount()), texts.text("sum-visits")),
                new Sum(texts.number(graphic.uatCount()), texts.text("sum-uats", graphic.uatsInCounty())),
                new Sum(texts.number(graphic.localityCount()), texts.text("sum-localities")),
                new Sum(texts.number(ActionGraphic.countOut(graphic.days())), texts.text("sum-days")),
                new Sum(texts.persons(graphic.persons()), texts.text("sum-persons")),
                new Sum(texts.distance(graphic.metres()), texts.text("sum-distance")));
    }

    /** Widths in percent of the page; together 100. */
    private List<Column> columns() {
        return List.of(
                new Column(texts.text("column-number"), "number", 3),
                new Column(texts.text("column-date"), "", 8),
                new Column(texts.text("column-hours"), "centre", 7),
                new Column(texts.text("column-uat"), "", 10),
                new Column(texts.text("column-locality"), "", 10.5),
                new Column(texts.text("column-venue"), "", 17.3),
                new Column(texts.text("column-action"), "", 9),
                new Column(texts.text("column-persons"), "number", 5.2),
                new Column(texts.text("column-station"), "", 5.5),
                new Column(texts.text("column-team"), "", 7),
                new Column(texts.text("column-mayor"), "centre", 4.5),
                new Column(texts.text("column-police"), "centre", 4.5),
                new Column(texts.text("column-remarks"), "", 8.5));
    }

    private List<Month> months(ActionGraphic graphic, VisitWords words) {
        List<Month> months = new ArrayList<>();
        int number = 1;
        for (Map.Entry<YearMonth, List<DayOut>> month : graphic.months().entrySet()) {
            List<Row> rows = new ArrayList<>();
            for (DayOut day : month.getValue()) {
                for (Stop stop : day.stops()) {
                    rows.add(row(number++, day, stop, words));
                }
            }
            months.add(new Month(texts.month(month.getKey()), facts(month.getValue()), rows));
        }
        return months;
    }

    private String facts(List<DayOut> days) {
        long metres = days.stream().mapToLong(DayOut::metres).sum();
        int visits = days.stream().mapToInt(day -> day.held().size()).sum();
        return texts.text("month-facts", visits, ActionGraphic.countOut(days), texts.distance(metres));
    }

    private Row row(int number, DayOut day, Stop stop, VisitWords words) {
        boolean first = day.stops().get(0) == stop;
        return new Row(
                (first ? "first" : "again") + (stop.isOff() ? " off" : ""),
                number,
                texts.dayAndDate(day.date()),
                texts.hours(stop.start(), stop.end()),
                stop.uat(),
                stop.locality(),
                words.venue(stop),
                words.action(stop.kind()),
                texts.persons(stop.persons()),
                day.stationName(),
                stop.standing().of(Partner.MAYOR) == Agreement.AGREED,
                stop.standing().of(Partner.POLICE) == Agreement.AGREED,
                words.remark(stop.standing(), day.date()));
    }

    /** The commonest first. Hundreds of single visits belong into the workbook, not on a paper that is signed. */
    private List<Reason> reasons(List<LeftOut> visits) {
        Map<String, Integer> visitsByReason = new TreeMap<>();
        visits.forEach(visit -> visit.reasons().forEach(code -> visitsByReason.merge(code, 1, Integer::sum)));
        return visitsByReason.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(reason -> new Reason(texts.number(reason.getValue()), texts.reason(reason.getKey())))
                .toList();
    }

    record Sum(String figure, String label) {}

    record Column(String name, String css, double width) {}

    record Month(String name, String facts, List<Row> rows) {}

    record Row(
            String css,
            int number,
            String date,
            String hours,
            String uat,
            String locality,
            String venue,
            String action,
            String persons,
            String station,
            boolean mayor,
            boolean police,
            String remarks) {}

    record Reason(String visits, String reason) {}
}
