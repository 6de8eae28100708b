package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Map;

/** Where visits are held, as mayors said or planners corrected. Thread-safe. */
@FunctionalInterface
public interface Rooms {
    /**
     * Of a station's visits between two days, both included, by appointment id: what holds for the day on which each visit is now. A
     * visit of which nobody has said anything is missing.
     */
    Map<String, NamedRoom> listOut(String station, LocalDate from, LocalDate to);
}
