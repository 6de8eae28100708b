package ro.caravana.coordination.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.slot.SlotProblem;
import ro.caravana.coordination.slot.Slots;
import ro.caravana.coordination.slot.TimeSlot;

/** {@code /api/v1/visits/{id}/slots}: whether citizens can take numbers for a visit, and how many are out. */
@RestController
@RequestMapping("/api/v1/visits/{id}/slots")
class SlotController {
    private final Slots slots;
    private final Appointments appointments;

    SlotController(Slots slots, Appointments appointments) {
        this.slots = slots;
        this.appointments = appointments;
    }

    /**
     * @param suggestedPlaces as many persons as the plan expects in a quarter of an hour
     * @param slots none while no numbers are given
     */
    record SlotList(int suggestedPlaces, List<TimeSlot> slots) {}

    /** Numbers per quarter of an hour. */
    record Offer(@Nullable Integer places) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    SlotList list(@PathVariable String id) {
        Appointment visit = appointments.getVisit(id);
        return new SlotList(Slots.suggestedPlaces(visit), slots.list(visit));
    }

    @PutMapping
    @PreAuthorize("hasRole('PLANNER')")
    SlotList offer(@PathVariable String id, @RequestBody Offer offer) {
        if (offer.places() == null) {
            throw new SlotProblem.BadPlaces();
        }
        Appointment visit = appointments.getVisit(id);
        return new SlotList(Slots.suggestedPlaces(visit), slots.offer(visit, offer.places()));
    }

    @DeleteMapping
    @PreAuthorize("hasRole('PLANNER')")
    SlotList withdraw(@PathVariable String id) {
        Appointment visit = appointments.getVisit(id);
        slots.withdraw(visit);
        return new SlotList(Slots.suggestedPlaces(visit), List.of());
    }
}
