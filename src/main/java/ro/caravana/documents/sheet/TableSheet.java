package ro.caravana.documents.sheet;

import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import ro.caravana.documents.text.Texts;

/** A plain table on a sheet of its own, as all the working group's workbooks have it: a title, heads, rows, totals in bold. */
final class TableSheet {
    static final String MONEY = "#,##0.00";
    static final String COUNT = "#,##0";
    static final String SHARE = "0%";
    private static final String HEAD_FILL = "14555F";
    private static final String DATE = "dd.mm.yyyy";
    private static final int HEAD_ROW = 2;

    private final Worksheet sheet;
    private final List<Column> columns;
    private int row = HEAD_ROW + 1;

    /**
     * A column.
     *
     * @param format of its numbers; empty for words and days
     */
    record Column(String name, int width, String format) {}

    TableSheet(Worksheet sheet, Texts texts, String title, String subtitle, List<Column> columns) {
        this.sheet = sheet;
        this.columns = columns;
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(13).fontColor(HEAD_FILL).set();
        sheet.value(1, 0, subtitle);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(HEAD_ROW, i, columns.get(i).name());
            sheet.style(HEAD_ROW, i)
                    .bold()
                    .fontColor("FFFFFF")
                    .fillColor(HEAD_FILL)
                    .verticalAlignment("center")
                    .wrapText(true)
                    .set();
            sheet.width(i, columns.get(i).width());
        }
        sheet.rowHeight(HEAD_ROW, 34);
        forPaper(sheet, texts, HEAD_ROW, PaperSize.A4_PAPER);
    }

    /** The heads stay in sight and stand on every page; a page is as wide as the table. */
    static void forPaper(Worksheet sheet, Texts texts, int headRow, PaperSize paper) {
        sheet.freezePane(0, headRow + 1);
        sheet.repeatRows(0, headRow);
        sheet.pageOrientation("landscape");
        sheet.paperSize(paper);
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0); // as many pages as it takes
        sheet.footer(texts.text("page") + " &P / &N", Position.RIGHT);
    }

    /** @param values words, numbers or days; null leaves a cell empty, and what has no column is left out */
    TableSheet row(@Nullable Object... values) {
        return write(false, values);
    }

    TableSheet total(@Nullable Object... values) {
        return write(true, values);
    }

    private TableSheet write(boolean bold, @Nullable Object... values) {
        for (int i = 0; i < Math.min(values.length, columns.size()); i++) {
            Object value = values[i];
            if (value instanceof Number number) {
                sheet.value(row, i, number);
            } else if (value instanceof LocalDate day) {
                sheet.value(row, i, day);
            } else if (value != null) {
                sheet.value(row, i, value.toString());
            }
            style(i, value, bold);
        }
        row++;
        return this;
    }

    private void style(int column, @Nullable Object value, boolean bold) {
        var style = sheet.style(row, column).verticalAlignment("top");
        if (bold) {
            style.bold();
        }
        if (value instanceof LocalDate) {
            style.format(DATE).horizontalAlignment("center");
        } else if (!columns.get(column).format().isEmpty()) {
            style.format(columns.get(column).format()).horizontalAlignment("right");
        } else {
            style.wrapText(true);
        }
        style.set();
    }
}
