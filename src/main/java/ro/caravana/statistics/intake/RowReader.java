package ro.caravana.statistics.intake;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Territory;

/** Turns the rows of one file into counts or rejections. Not thread-safe; one per file, because it remembers rows seen. */
final class RowReader {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    /** Days since 1899 as spreadsheets count: 1990 to 2119. */
    private static final Pattern SPREADSHEET_DAY = Pattern.compile("[3-7]\\d{4}");

    private final Header header;
    private final Optional<Period> givenPeriod;
    private final LocalDate today;
    private final PlaceJoin places;
    private final KeySet seen = new KeySet();
    private final Memo<String, Optional<CaseCategory>> categories = new Memo<>(CategoryWords::find);
    private final Memo<String, Optional<AgeBand>> ageBands = new Memo<>(RowReader::readAgeBand);
    private final Memo<String, Optional<Sex>> sexes = new Memo<>(text -> Sex.parse(Words.plain(text)));
    private final Memo<String, Optional<Period>> periods = new Memo<>(RowReader::readPeriod);

    /** @param givenPeriod stands in where the file has no period */
    RowReader(Header header, Territory territory, Optional<Period> givenPeriod, LocalDate today) {
        this.header = header;
        this.givenPeriod = givenPeriod;
        this.today = today;
        this.places = new PlaceJoin(territory);
    }

    RowOutcome read(SourceRow row) {
        try {
            CaseRow counted = parse(row);
            if (!seen.add(counted.key())) {
                throw new BadCell(Column.SIRUTA, Reason.DUPLICATE_ROW);
            }
            return counted;
        } catch (BadCell bad) {
            return new Rejection(
                    row.number(),
                    bad.column.canonical(),
                    header.cell(row, bad.column),
                    bad.reason,
                    header.inOrder().stream()
                            .map(column -> header.cell(row, column))
                            .toList());
        }
    }

    private CaseRow parse(SourceRow row) throws BadCell {
        PlaceJoin.Joined place = place(row);
        CaseCategory category = category(row);
        AgeBand age = optional(row, Column.AGE_BAND, Reason.AGE_BAND_INVALID, ageBands);
        Sex sex = optional(row, Column.SEX, Reason.SEX_INVALID, sexes);
        LocalDate asOf = period(row).asOf();
        long cases = count(row, place.mostCases());
        return new CaseRow(place.siruta(), place.uatSiruta(), category, age, sex, asOf, cases);
    }

    private PlaceJoin.Joined place(SourceRow row) throws BadCell {
        PlaceJoin.Answer answer = places.join(new PlaceJoin.Cells(
                header.cell(row, Column.SIRUTA),
                header.cell(row, Column.UAT_SIRUTA),
                header.cell(row, Column.COUNTY),
                header.cell(row, Column.UAT),
                header.cell(row, Column.LOCALITY)));
        if (answer instanceof PlaceJoin.Refused refused) {
            throw new BadCell(refused.column(), refused.reason());
        }
        return (PlaceJoin.Joined) answer;
    }

    private CaseCategory category(SourceRow row) throws BadCell {
        String text = header.cell(row, Column.CATEGORY);
        if (text.isEmpty()) {
            throw new BadCell(Column.CATEGORY, Reason.CATEGORY_MISSING);
        }
        return categories.get(text).orElseThrow(() -> new BadCell(Column.CATEGORY, Reason.CATEGORY_UNKNOWN));
    }

    private <T> T optional(SourceRow row, Column column, Reason reason, Memo<String, Optional<T>> reader)
            throws BadCell {
        return reader.get(header.cell(row, column)).orElseThrow(() -> new BadCell(column, reason));
    }

    private Period period(SourceRow row) throws BadCell {
        String text = header.cell(row, Column.PERIOD);
        if (text.isEmpty()) {
            return givenPeriod.orElseThrow(() -> new BadCell(Column.PERIOD, Reason.PERIOD_MISSING));
        }
        Period period = periods.get(text).orElseThrow(() -> new BadCell(Column.PERIOD, Reason.PERIOD_INVALID));
        if (period.from().isAfter(today)) {
            throw new BadCell(Column.PERIOD, Reason.PERIOD_IN_FUTURE);
        }
        return period;
    }

    private long count(SourceRow row, long mostCases) throws BadCell {
        String text = header.cell(row, Column.COUNT);
        if (text.isEmpty()) {
            throw new BadCell(Column.COUNT, Reason.COUNT_MISSING);
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new BadCell(Column.COUNT, Reason.COUNT_NOT_WHOLE);
        }
        long count = Long.parseLong(text);
        if (count < 0) {
            throw new BadCell(Column.COUNT, Reason.COUNT_NEGATIVE);
        }
        if (count > mostCases) {
            throw new BadCell(Column.COUNT, Reason.COUNT_TOO_LARGE);
        }
        return count;
    }

    private static Optional<AgeBand> readAgeBand(String text) {
        String plain = Words.plain(text);
        return plain.isEmpty() || plain.equals("total") || plain.equals("-")
                ? Optional.of(AgeBand.UNKNOWN)
                : AgeBand.parse(plain);
    }

    private static Optional<Period> readPeriod(String text) {
        return SPREADSHEET_DAY.matcher(text).matches()
                ? Optional.of(Period.of(Period.spreadsheetDay(Long.parseLong(text))))
                : Period.parse(text);
    }

    /** Leaves the parsing of one row; carries no stack trace, for a file may hold a million bad rows. */
    private static final class BadCell extends Exception {
        private static final long serialVersionUID = 1L;
        private final Column column;
        private final Reason reason;

        BadCell(Column column, Reason reason) {
            super(null, null, false, false);
            this.column = column;
            this.reason = reason;
        }
    }
}
