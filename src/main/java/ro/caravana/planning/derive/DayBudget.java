package ro.caravana.planning.derive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import ro.caravana.planning.Station;
import ro.caravana.territory.Site;
import ro.caravana.travel.TravelMatrix;

/** How long a service can last at a site if it were the day's only one, by the station that can stay longest. */
final class DayBudget {
    private final List<Station> stations;
    private final TravelMatrix matrix;
    private final ToIntFunction<Site> longestOpenSeconds;
    private final Map<String, Integer> indexes = new HashMap<>();

    /** @param longestOpenSeconds the longest stay that a site's hours allow on some weekday */
    DayBudget(List<Station> stations, TravelMatrix matrix, ToIntFunction<Site> longestOpenSeconds) {
        this.stations = stations;
        this.matrix = matrix;
        this.longestOpenSeconds = longestOpenSeconds;
        for (int index = 0; index < matrix.sites().size(); index++) {
            indexes.put(matrix.sites().get(index), index);
        }
    }

    /** Seconds; may be negative where the drive alone is longer than the day. */
    int serviceSeconds(Site site) {
        return stations.stream()
                .mapToInt(station -> serviceSeconds(station, site))
                .max()
                .orElseThrow();
    }

    private int serviceSeconds(Station station, Site site) {
        int out = index(station.baseSite());
        int there = index(site.id());
        int day = station.workdayEnd() - station.workdayStart();
        int afterDriving = day - matrix.seconds()[out][there] - matrix.seconds()[there][out];
        return Math.min(longestOpenSeconds.applyAsInt(site), afterDriving);
    }

    private int index(String site) {
        Integer index = indexes.get(site);
        if (index == null) {
            throw new IllegalArgumentException("the travel matrix lacks a site");
        }
        return index;
    }
}
