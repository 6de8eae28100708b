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
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.slot.SlotProblem;
import ro.caravana.coordination.slot.Slots;
import ro.caravana.coordination.slot.TimeSlot;
import ro.caravana.disclosure.DisclosureGate;

/** {@code /api/v1/visits/{id}/slots}: whether citizens can take numbers for a visit, and how many are out. */
@RestController
@RequestMapping("/api/v1/visits/{id}/slots")
class SlotController {
    private final Slots slots;
    private final Appointments appointments;
    private final DisclosureGate gate;

    SlotController(Slots slots, Appointments appointments, DisclosureGate gate) {
        this.slots = slots;
        this.appointments = appointments;
        this.gate = gate;
    }

    /**
     * @param suggestedPlaces as many persons as the plan expects in a quarter of an hour; for planners only, it tells how many there are
     * @param slots none while no numbers are given
     */
    record SlotList(@Nullable Integer suggestedPlaces, List<TimeSlot> slots) {}

    /** Numbers per quarter of an hour. */
    record Offer(@Nullable Integer places) {}

    @GetMapping
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    SlotList list(@PathVariable String id, Viewer viewer) {
        Appointment visit = appointments.getVisit(id);
        return answer(visit, viewer, slots.list(visit));
    }

    @PutMapping
    @PreAuthorize("hasRole('PLANNER')")
    SlotList offer(@PathVariable String id, @RequestBody Offer offer, Viewer viewer) {
        if (offer.places() == null) {
            throw new SlotProblem.BadPlaces();
        }
        Appointment visit = appointments.getVisit(id);
        return answer(visit, viewer, slots.offer(visit, offer.places()));
    }

    @DeleteMapping
    @PreAuthorize("hasRole('PLANNER')")
    SlotList withdraw(@PathVariable String id, Viewer viewer) {
        Appointment visit = appointments.getVisit(id);
        slots.withdraw(visit);
        return answer(visit, viewer, List.of());
    }

    private SlotList answer(Appointment visit, Viewer viewer, List<TimeSlot> list) {
        return new SlotList(viewer.has(Role.PLANNER) ? Slots.suggestedPlaces(visit, gate.threshold()) : null, list);
    }
}
