package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What citizens may know: visits that were announced. A visit at a bedside is none of them, whatever its state. Thread-safe.
 */
public interface Announcements {
    /** Empty for a visit that was never announced. */
    Optional<Announcement> find(String visit);

    /** From a day on, in the order of date and start. */
    List<Announcement> listFrom(LocalDate first);

    /** Of one UAT, from a day on, in the order of date and start. */
    List<Announcement> listOfUat(int uatSiruta, LocalDate first);
}
