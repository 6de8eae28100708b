package ro.caravana.territory;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.caravana.territory.table.BadCell;
import ro.caravana.territory.table.Row;

/** The rows of a table of market days, one after the other; the same for the county folder and for imports. */
final class MarketDayRows {
    static final String[] COLUMNS = {"weekday"};

    /** One month, or from one to another, perhaps over the year's end. */
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})(?:[-–](\\d{1,2}))?");

    private static final Map<String, DayOfWeek> ROMANIAN = Map.of(
            "LUNI", DayOfWeek.MONDAY,
            "MARTI", DayOfWeek.TUESDAY,
            "MIERCURI", DayOfWeek.WEDNESDAY,
            "JOI", DayOfWeek.THURSDAY,
            "VINERI", DayOfWeek.FRIDAY,
            "SAMBATA", DayOfWeek.SATURDAY,
            "DUMINICA", DayOfWeek.SUNDAY);

    private final List<MarketDay> days = new ArrayList<>();

    /** @throws BadCell where the row cannot be used */
    void add(Row row, int uatSiruta) {
        MarketDay day = new MarketDay(
                uatSiruta, weekday(row), months(row), row.textOrEmpty("source", TerritoryRows.LONGEST_ADDRESS));
        if (days.stream().anyMatch(known -> known.uatSiruta() == uatSiruta && known.weekday() == day.weekday())) {
            throw row.bad("weekday", "stands for this UAT in an earlier row; put all its months into one");
        }
        days.add(day);
    }

    /** UAT by UAT, the week's first day first, whatever the order of the rows. */
    List<MarketDay> list() {
        return days.stream()
                .sorted(Comparator.comparingInt(MarketDay::uatSiruta).thenComparing(MarketDay::weekday))
                .toList();
    }

    private static DayOfWeek weekday(Row row) {
        String key = PlaceNames.key(row.text("weekday"));
        DayOfWeek romanian = ROMANIAN.get(key);
        return romanian != null
                ? romanian
                : Arrays.stream(DayOfWeek.values())
                        .filter(day ->
                                key.equals(day.name()) || key.equals(day.name().substring(0, 3)))
                        .findFirst()
                        .orElseThrow(() -> row.bad("weekday", "must be a day of the week such as MON or luni"));
    }

    private static List<Month> months(Row row) {
        TreeSet<Month> months = new TreeSet<>();
        for (String part : row.textOrEmpty("months").split("[ ,;]+")) {
            if (!part.isEmpty()) {
                addMonths(months, part, row);
            }
        }
        return List.copyOf(months);
    }

    private static void addMonths(TreeSet<Month> months, String part, Row row) {
        Matcher range = MONTHS.matcher(part);
        if (!range.matches()) {
            throw badMonths(row);
        }
        Month first = month(range.group(1), row);
        Month last = range.group(2) == null ? first : month(range.group(2), row);
        for (Month month = first; month != last; month = month.plus(1)) {
            months.add(month);
        }
        months.add(last);
    }

    private static Month month(String number, Row row) {
        int value = Integer.parseInt(number);
        if (value < 1 || value > 12) {
            throw badMonths(row);
        }
        return Month.of(value);
    }

    private static BadCell badMonths(Row row) {
        return row.bad(
                "months",
                "must be months by their numbers such as 4-10 or 3 6 9, empty for all year (a cell of a workbook must be"
                        + " text, or 4-10 becomes a date)");
    }
}
