package ro.caravana.statistics.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a count holds. Counts are a stock, so what identifies a period is its last day: "2026", "2026-12" and "2026-12-31" are one
 * and the same.
 *
 * @param from first day
 * @param asOf last day
 */
public record Period(LocalDate from, LocalDate asOf) {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2140; // keeps the day number within the 16 bits of CaseKey

    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-./](\\d{1,2})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-./](\\d{4})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})\\s*-?\\s*[qt]\\s*([1-4])");
    private static final Pattern QUARTER_YEAR =
            Pattern.compile("(?:[qt]|trim\\.?|trimestrul)\\s*([1-4])\\s*[-/]?\\s*(\\d{4})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:t.*)?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

    /** Reads a year, month, quarter or day as people write them. */
    public static Optional<Period> parse(String typed) {
        String text = typed.toLowerCase(Locale.ROOT).trim();
        try {
            return read(text).filter(Period::plausible);
        } catch (DateTimeException e) {
            return Optional.empty(); // month 13, 31 February
        }
    }

    static Period of(LocalDate day) {
        return new Period(day, day);
    }

    /** The day of a spreadsheet's date number: days since 30 December 1899. */
    static LocalDate spreadsheetDay(long number) {
        return LocalDate.of(1899, 12, 30).plusDays(number);
    }

    private static Optional<Period> read(String text) {
        Matcher m = YEAR.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), 1, 12);
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), number(m, 2), 1);
        }
        m = MONTH_YEAR.matcher(text);
        if (m.matches()) {
            return months(number(m, 2), number(m, 1), 1);
        }
        m = QUARTER.matcher(text);
        if (m.matches()) {
            return months(number(m, 1), 3 * number(m, 2) - 2, 3);
        }
        m = QUARTER_YEAR.matcher(text);
        if (m.matches()) {
            return months(number(m, 2), 3 * number(m, 1) - 2, 3);
        }
        return readDay(text);
    }

    private static Optional<Period> readDay(String text) {
        Matcher m = DAY.matcher(text);
        if (m.matches()) {
            return Optional.of(of(LocalDate.of(number(m, 1), number(m, 2), number(m, 3))));
        }
        m = DAY_FIRST.matcher(text);
        return m.matches() ? Optional.of(of(LocalDate.of(number(m, 3), number(m, 2), number(m, 1)))) : Optional.empty();
    }

    private static Optional<Period> months(int year, int firstMonth, int count) {
        YearMonth first = YearMonth.of(year, firstMonth);
        return Optional.of(
                new Period(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth()));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private boolean plausible() {
        return from.getYear() >= FIRST_YEAR && asOf.getYear() <= LAST_YEAR;
    }
}
