package ro.caravana.documents.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.time.format.TextStyle;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import ro.caravana.coordination.Partner;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.LeftOut;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.text.VisitWords;

/**
 * The action graphic as a workbook: the visits with real dates and hours, those that found no day, and a sheet that says where it all
 * comes from. Thread-safe.
 */
public final class ActionGraphicWorkbook {
    private static final String HEAD_FILL = "14555F";
    private static final String DATE_FORMAT = "dd.mm.yyyy";
    private static final String TIME_FORMAT = "hh:mm";
    /** Rows above the table: what the sheet is, and whether its figures are real. */
    private static final int HEAD_ROW = 1;

    private static final double SECONDS_PER_DAY = 86_400;

    private final Texts texts;

    public ActionGraphicWorkbook(Texts texts) {
        this.texts = texts;
    }

    public byte[] write(ActionGraphic graphic) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Caravana", "1.0")) {
            workbook.setGlobalDefaultFont("Liberation Sans", 10);
            workbook.properties()
                    .setTitle(title(graphic))
                    .setCompany(texts.text("directorate", graphic.edition().county()));
            var words = new VisitWords(texts, graphic.edition().audience());
            visits(workbook.newWorksheet(texts.text("sheet-visits")), graphic, words);
            leftOut(workbook.newWorksheet(texts.text("sheet-left-out")), graphic, words);
            new AboutSheet(texts).write(workbook.newWorksheet(texts.text("sheet-about")), graphic, title(graphic));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return StableZip.repack(bytes.toByteArray(), graphic.edition().generatedAt());
    }

    private String title(ActionGraphic graphic) {
        return texts.text("graphic-title", String.valueOf(graphic.edition().year()));
    }

    private void visits(Worksheet sheet, ActionGraphic graphic, VisitWords words) {
        banner(sheet, graphic);
        for (int column = 0; column < VisitColumns.ALL.size(); column++) {
            head(sheet, column, texts.text(VisitColumns.ALL.get(column).key()));
            sheet.width(column, VisitColumns.ALL.get(column).width());
        }
        String dataKind = texts.text(graphic.edition().synthetic() ? "about-synthetic" : "about-real");
        int row = HEAD_ROW + 1;
        for (DayOut day : graphic.days()) {
            for (Stop stop : day.stops()) {
                sheet.value(row, VisitColumns.ALL.size() - 1, dataKind);
                visit(sheet, row++, day, stop, words);
            }
        }
        finishTable(sheet, row - 1, VisitColumns.ALL.size());
    }

    private void visit(Worksheet sheet, int row, DayOut day, Stop stop, VisitWords words) {
        sheet.value(row, 0, row - HEAD_ROW);
        sheet.value(row, 1, day.date());
        sheet.style(row, 1).format(DATE_FORMAT).horizontalAlignment("center").set();
        sheet.value(
                row,
                2,
                day.date()
                        .getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, texts.language().locale()));
        time(sheet, row, 3, stop.start());
        time(sheet, row, 4, stop.end());
        sheet.value(row, 5, stop.uat());
        sheet.value(row, 6, stop.locality());
        sheet.value(row, 7, words.venue(stop));
        sheet.value(row, 8, words.action(stop.kind()));
        persons(sheet, row, 9, stop.persons());
        sheet.value(row, 10, day.stationName());
        sheet.value(row, 12, words.agreement(stop.standing().of(Partner.MAYOR)));
        sheet.value(row, 13, words.agreement(stop.standing().of(Partner.POLICE)));
        sheet.value(row, 14, words.state(stop.standing()));
        sheet.value(row, 15, words.elsewhere(stop.standing(), day.date()));
        sheet.value(row, 16, stop.id());
        if (day.stops().get(0) == stop) {
            sheet.range(row, 0, row, VisitColumns.ALL.size() - 1)
                    .style()
                    .borderStyle(org.dhatim.fastexcel.BorderSide.TOP, BorderStyle.THIN)
                    .borderColor(org.dhatim.fastexcel.BorderSide.TOP, "9FB4BA")
                    .set();
        }
    }

    private void leftOut(Worksheet sheet, ActionGraphic graphic, VisitWords words) {
        banner(sheet, graphic);
        String[] keys = {
            "column-number",
            "column-uat",
            "column-locality",
            "column-action",
            "column-persons-full",
            "column-reasons",
            "column-visit"
        };
        int[] widths = {6, 22, 24, 18, 11, 80, 22};
        for (int column = 0; column < keys.length; column++) {
            head(sheet, column, texts.text(keys[column]));
            sheet.width(column, widths[column]);
        }
        int row = HEAD_ROW + 1;
        for (LeftOut visit : graphic.leftOut()) {
            sheet.value(row, 0, row - HEAD_ROW);
            sheet.value(row, 1, visit.uat());
            sheet.value(row, 2, visit.locality());
            sheet.value(row, 3, words.action(visit.kind()));
            persons(sheet, row, 4, visit.persons());
            sheet.value(row, 5, words.reasons(visit.reasons()));
            sheet.style(row, 5).wrapText(true).set();
            sheet.value(row++, 6, visit.id());
        }
        finishTable(sheet, row - 1, keys.length);
    }

    private void banner(Worksheet sheet, ActionGraphic graphic) {
        boolean synthetic = graphic.edition().synthetic();
        sheet.value(0, 0, synthetic ? title(graphic) + " · " + texts.text("synthetic-mark") : title(graphic));
        sheet.style(0, 0)
                .bold()
                .fontSize(13)
                .fontColor(synthetic ? "8A4D00" : HEAD_FILL)
                .set();
        sheet.rowHeight(0, 24);
    }

    private static void head(Worksheet sheet, int column, String name) {
        sheet.value(HEAD_ROW, column, name);
        sheet.style(HEAD_ROW, column)
                .bold()
                .fontColor("FFFFFF")
                .fillColor(HEAD_FILL)
                .verticalAlignment("center")
                .wrapText(true)
                .set();
        sheet.rowHeight(HEAD_ROW, 30);
    }

    /** A spreadsheet's hour is a fraction of a day. */
    private static void time(Worksheet sheet, int row, int column, LocalTime time) {
        sheet.value(row, column, Texts.nearestMinute(time).toSecondOfDay() / SECONDS_PER_DAY);
        sheet.style(row, column)
                .format(TIME_FORMAT)
                .horizontalAlignment("center")
                .set();
    }

    private void persons(Worksheet sheet, int row, int column, PublishedCount persons) {
        if (persons.count().isPresent()) {
            sheet.value(row, column, persons.count().getAsLong());
        } else {
            sheet.value(row, column, texts.persons(persons));
        }
        sheet.style(row, column).horizontalAlignment("right").set();
    }

    private void finishTable(Worksheet sheet, int lastRow, int columns) {
        sheet.setAutoFilter(HEAD_ROW, 0, Math.max(lastRow, HEAD_ROW), columns - 1);
        TableSheet.forPaper(sheet, texts, HEAD_ROW, PaperSize.A3_PAPER);
    }
}
