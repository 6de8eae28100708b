package ro.caravana.planning;

import java.time.LocalDate;

/** When and by whom a visit is held. Times are seconds of the day. */
public record Slot(String station, LocalDate date, int arrival, int start, int end) {
    public static Slot of(Plan.PlannedVisit visit) {
        return new Slot(visit.station(), visit.date(), visit.arrival(), visit.start(), visit.end());
    }

    /** The same station on the same date, whatever the hour. */
    public boolean isSameDay(Slot other) {
        return station.equals(other.station) && date.equals(other.date);
    }
}
