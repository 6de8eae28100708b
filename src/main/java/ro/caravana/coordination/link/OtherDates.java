package ro.caravana.coordination.link;

import java.time.LocalDate;
import java.util.List;
import ro.caravana.coordination.Appointment;

/** Finds other times for a visit. */
interface OtherDates {
    /**
     * @param from first day that counts
     * @param held what is kept free for other visits
     * @return the best first; may be empty
     */
    List<Slot> find(Appointment visit, LocalDate from, List<Slot> held);

    /** Whether a time that was offered can still be had: what made room for it may have been asked about since. */
    boolean isStillFree(Appointment visit, Slot slot);
}
