package ro.caravana.documents.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.TextStyle;
import java.util.regex.Pattern;
import ro.caravana.coordination.Partner;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.text.VisitWords;

/**
 * The action graphic as CSV in UTF-8: semicolons, because a spreadsheet in Romanian takes the comma for a decimal sign, and by
 * default a byte order mark, without which Excel reads ș as È™. Dates and hours are ISO 8601. Thread-safe.
 */
public final class ActionGraphicCsv {
    /** What a spreadsheet would run as a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

    private final Texts texts;
    private final boolean byteOrderMark;

    public ActionGraphicCsv(Texts texts, boolean byteOrderMark) {
        this.texts = texts;
        this.byteOrderMark = byteOrderMark;
    }

    public byte[] write(ActionGraphic graphic) {
        var text = new StringWriter();
        if (byteOrderMark) {
            text.write('\uFEFF');
        }
        var words = new VisitWords(texts, graphic.edition().audience());
        String dataKind = texts.text(graphic.edition().synthetic() ? "about-synthetic" : "about-real");
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(VisitColumns.ALL.stream()
                    .map(column -> texts.text(column.key()))
                    .toList());
            int number = 1;
            for (DayOut day : graphic.days()) {
                for (Stop stop : day.stops()) {
                    csv.writeRecord(fields(number++, day, stop, words, dataKind));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String[] fields(int number, DayOut day, Stop stop, VisitWords words, String dataKind) {
        return new String[] {
            String.valueOf(number),
            day.date().toString(),
            day.date()
                    .getDayOfWeek()
                    .getDisplayName(TextStyle.FULL, texts.language().locale()),
            texts.time(stop.start()),
            texts.time(stop.end()),
            harmless(stop.uat()),
            harmless(stop.locality()),
            harmless(words.venue(stop)),
            words.action(stop.kind()),
            // without thousands separators: a program reads it
            stop.persons().count().isPresent()
                    ? String.valueOf(stop.persons().count().getAsLong())
                    : texts.persons(stop.persons()),
            harmless(day.stationName()),
            "",
            words.agreement(stop.standing().of(Partner.MAYOR)),
            words.agreement(stop.standing().of(Partner.POLICE)),
            words.state(stop.standing()),
            words.elsewhere(stop.standing(), day.date()),
            harmless(stop.id()),
            dataKind
        };
    }

    /** An imported venue called "=HYPERLINK(…)" stays text when the file is opened. */
    private static String harmless(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
