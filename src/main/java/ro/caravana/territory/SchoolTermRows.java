package ro.caravana.territory;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ro.caravana.territory.table.BadCell;
import ro.caravana.territory.table.Row;

/** The rows of a table of school terms, one after the other; the same for the county folder and for imports. */
final class SchoolTermRows {
    static final String[] COLUMNS = {"from", "to", "name"};

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999; // as plans

    private final List<SchoolTerm> terms = new ArrayList<>();

    /** @throws BadCell where the row cannot be used */
    void add(Row row) {
        SchoolTerm term = new SchoolTerm(
                date(row, "from"),
                date(row, "to"),
                row.text("name", TerritoryRows.LONGEST_PLACE_NAME),
                row.textOrEmpty("source", TerritoryRows.LONGEST_ADDRESS));
        if (term.to().isBefore(term.from())) {
            throw row.bad("to", "comes before the first day: swap the two");
        }
        if (SchoolTerm.schoolYear(term.from()) != SchoolTerm.schoolYear(term.to())) {
            throw row.bad("to", "lies in another school year than the first day; a school year begins on 1 September");
        }
        if (terms.stream().anyMatch(known -> known.holds(term.from()) || term.holds(known.from()))) {
            throw row.bad("from", "lies in the term of an earlier row, or that one in this; terms do not overlap");
        }
        terms.add(term);
    }

    List<SchoolTerm> list() {
        return terms.stream().sorted(Comparator.comparing(SchoolTerm::from)).toList();
    }

    private static LocalDate date(Row row, String column) {
        try {
            LocalDate date = LocalDate.parse(row.text(column));
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException notADay) {
            // refused below, as is a day of another age
        }
        throw row.bad(column, "must be a day such as 2027-01-11");
    }
}
