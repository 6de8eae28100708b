package ro.caravana.planning;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * A mobile station. Times are seconds of the day.
 *
 * @param id stable, for example {@code station-1}
 * @param name in the users' words
 * @param baseSite id of the site where its days start and end
 * @param workdayStart leaves no earlier
 * @param workdayEnd is back no later
 * @param weekdays on which it works
 * @param capacityPersons per day
 */
public record Station(
        String id,
        String name,
        String baseSite,
        int workdayStart,
        int workdayEnd,
        Set<DayOfWeek> weekdays,
        int capacityPersons) {
    public Station {
        weekdays = Set.copyOf(weekdays);
    }
}
