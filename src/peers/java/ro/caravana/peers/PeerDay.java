package ro.caravana.peers;

import java.time.LocalDate;
import ro.caravana.planning.PlanInstance;

/**
 * A day on which a station may work: a vehicle to the libraries.
 *
 * @param base row of its base in the matrix of driving
 */
record PeerDay(int number, PlanInstance.Station station, LocalDate date, int base) {
    long epochDay() {
        return date.toEpochDay();
    }
}
