package ro.caravana.statistics.intake;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A row that cannot be used, kept so that it can be mended and sent again.
 *
 * @param row line of a CSV file or row of a sheet, the header being 1 where nothing stands above it
 * @param column the canonical name of the column to mend, for example {@code siruta}
 * @param value what stands there, at most {@value #LONGEST_VALUE} characters
 * @param cells the row's understood cells, in the file's order
 */
public record Rejection(long row, String column, String value, Reason reason, List<String> cells)
        implements RowOutcome {
    private static final int LONGEST_VALUE = 200;
    /** A personal numeric code has 13 digits; should somebody's file hold one, it must not be kept. */
    private static final Pattern PERSONAL_CODE = Pattern.compile("\\d{13}");

    public Rejection {
        value = safe(value);
        cells = cells.stream().map(Rejection::safe).toList();
    }

    private static String safe(String text) {
        String cut = text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text;
        return PERSONAL_CODE.matcher(cut.replace('\u0000', ' ')).replaceAll("*************");
    }
}
