package ro.caravana.territory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * A weekday on which a UAT holds its market.
 *
 * @param months in which it does, ascending; none: all year
 * @param source who says so; may be empty
 */
public record MarketDay(int uatSiruta, DayOfWeek weekday, List<Month> months, String source) {
    public MarketDay {
        months = List.copyOf(months);
    }

    public boolean isOn(LocalDate date) {
        return weekday == date.getDayOfWeek() && (months.isEmpty() || months.contains(date.getMonth()));
    }
}
