package ro.caravana.territory;

import org.springframework.stereotype.Component;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;

/** Takes over the school terms of all years, all at once. Columns: {@code from}, {@code to}, {@code name}; optional {@code source}. */
@Component
class SchoolTermImporter extends TableImporter {
    SchoolTermImporter(TerritoryRegistry registry) {
        super(registry);
    }

    @Override
    public String kind() {
        return "school-terms";
    }

    @Override
    boolean replacesTable() {
        return true;
    }

    @Override
    Change begin(Table table, CountyData county) {
        table.require(SchoolTermRows.COLUMNS);
        SchoolTermRows rows = new SchoolTermRows();
        return new Change() {
            @Override
            public void add(Row row) {
                rows.add(row);
            }

            @Override
            public CountyData result() {
                return county.withCalendar(county.calendar().withSchoolTerms(rows.list()));
            }
        };
    }
}
