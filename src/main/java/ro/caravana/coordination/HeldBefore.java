package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.planning.LastVisits;

/** Tells planning when each UAT was last visited, from the life of every accepted plan's visits. */
@Component
class HeldBefore implements LastVisits {
    private final AppointmentStore store;

    HeldBefore(AppointmentStore store) {
        this.store = store;
    }

    @Override
    public Map<Integer, LocalDate> before(LocalDate start, LocalDate today) {
        return store.lastCaptures(start, today);
    }
}
