package ro.caravana.documents.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import ro.caravana.disclosure.PublishedCount;

/**
 * One station's day from leaving its base to coming back.
 *
 * @param stationId stable, for example {@code station-1}
 * @param stationName as people call it
 * @param metres driven in all
 * @param drivingSeconds driven in all
 * @param persons expected in all
 * @param stops in the order of driving; then those that are called off
 */
public record DayOut(
        LocalDate date,
        String stationId,
        String stationName,
        LocalTime departure,
        LocalTime comingBack,
        long metres,
        long drivingSeconds,
        PublishedCount persons,
        List<Stop> stops) {
    public DayOut {
        stops = List.copyOf(stops);
    }

    /** Where somebody drives to. */
    public List<Stop> held() {
        return stops.stream().filter(stop -> !stop.isOff()).toList();
    }

    /** The same day with its stops told otherwise. */
    public DayOut withStops(List<Stop> others) {
        return new DayOut(date, stationId, stationName, departure, comingBack, metres, drivingSeconds, persons, others);
    }
}
