package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Transition;

/** Which of the times offered for a visit can still be had: days pass and planners move visits while a partner thinks. Thread-safe. */
@Component
class StillOffered {
    /** A day for the other partner's answer besides the citizens' week. */
    private static final int FEWEST_DAYS_AHEAD = Transition.NOTICE_DAYS + 1;

    private final OfferedDateStore offers;
    private final OtherDates otherDates;
    private final Clock clock;

    StillOffered(OfferedDateStore offers, OtherDates otherDates, Clock clock) {
        this.offers = offers;
        this.otherDates = otherDates;
        this.clock = clock;
    }

    /** The best first. */
    List<Slot> list(Appointment visit) {
        LocalDate first =
                LocalDate.ofInstant(clock.instant(), PartnerLinks.ZONE).plusDays(FEWEST_DAYS_AHEAD);
        return offers.listHeld(visit.id(), clock.instant()).stream()
                .filter(slot -> !slot.date().isBefore(first))
                .filter(slot -> otherDates.isStillFree(visit, slot))
                .toList();
    }
}
