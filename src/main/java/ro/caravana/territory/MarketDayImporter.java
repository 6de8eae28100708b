package ro.caravana.territory;

import org.springframework.stereotype.Component;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;

/**
 * Takes over the county's market days, all at once. Columns: {@code uat_siruta} or {@code uat}, {@code weekday}; optional
 * {@code months}, {@code source}.
 */
@Component
class MarketDayImporter extends TableImporter {
    MarketDayImporter(TerritoryRegistry registry) {
        super(registry);
    }

    @Override
    public String kind() {
        return "market-days";
    }

    @Override
    boolean replacesTable() {
        return true;
    }

    @Override
    Change begin(Table table, CountyData county) {
        table.require(MarketDayRows.COLUMNS);
        PlaceMatcher matcher = new PlaceMatcher(county.territory());
        MarketDayRows rows = new MarketDayRows();
        return new Change() {
            @Override
            public void add(Row row) {
                rows.add(row, uat(row, matcher, county.territory()).siruta());
            }

            @Override
            public CountyData result() {
                return county.withCalendar(county.calendar().withMarketDays(rows.list()));
            }
        };
    }
}
