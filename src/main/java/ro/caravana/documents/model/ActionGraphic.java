package ro.caravana.documents.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ro.caravana.disclosure.PublishedCount;

/**
 * The year's visits: graficul anual al acțiunilor.
 *
 * @param persons expected in all
 * @param uatsInCounty how many UATs there are to visit
 * @param days by date, then station; those on which all is called off are among them
 */
public record ActionGraphic(
        Edition edition, PublishedCount persons, int uatsInCounty, List<DayOut> days, List<LeftOut> leftOut) {
    public ActionGraphic {
        days = List.copyOf(days);
        leftOut = List.copyOf(leftOut);
    }

    /** Days by month, in order; a month without visits is absent. */
    public Map<YearMonth, List<DayOut>> months() {
        return days.stream()
                .collect(Collectors.groupingBy(day -> YearMonth.from(day.date()), TreeMap::new, Collectors.toList()));
    }

    /** Visits that take place: neither called off nor waiting for another date. */
    public int visitCount() {
        return days.stream().mapToInt(day -> day.held().size()).sum();
    }

    /** Days on which a station leaves its base. */
    public static long countOut(List<DayOut> days) {
        return days.stream().filter(day -> !day.held().isEmpty()).count();
    }

    /** UATs that are visited at least once. */
    public long uatCount() {
        return days.stream()
                .flatMap(day -> day.held().stream())
                .map(Stop::uatSiruta)
                .distinct()
                .count();
    }

    /** Localities that are visited at least once. */
    public long localityCount() {
        return days.stream()
                .flatMap(day -> day.held().stream())
                .map(Stop::siruta)
                .distinct()
                .count();
    }

    public long metres() {
        return days.stream().mapToLong(DayOut::metres).sum();
    }
}
