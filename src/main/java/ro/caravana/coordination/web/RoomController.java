package ro.caravana.coordination.web;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.link.RoomBook;
import ro.caravana.coordination.link.RoomTelling;

/** Where visits are held, and who is told of it; for planners. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class RoomController {
    private final RoomBook rooms;
    private final RoomTelling telling;
    private final Appointments appointments;
    private final VisitPublisher publisher;

    RoomController(RoomBook rooms, RoomTelling telling, Appointments appointments, VisitPublisher publisher) {
        this.rooms = rooms;
        this.telling = telling;
        this.appointments = appointments;
        this.publisher = publisher;
    }

    /** Where the visit is held, and whom to call there, as somebody said on the telephone. */
    @PutMapping("/api/v1/visits/{id}/room")
    VisitWire.Whole correct(
            @PathVariable String id, @RequestBody VisitWire.NewRoom body, Viewer viewer, ServerHttpRequest request) {
        rooms.correct(
                id,
                body.room() == null ? "" : body.room().strip(),
                body.contact() == null ? "" : body.contact().strip(),
                body.version() == null ? 0 : body.version(),
                viewer.name());
        return publisher.whole(appointments.getVisit(id), viewer, request);
    }

    /** Tells mayor and police that an agreed or announced visit is held in another room; once, whoever asks for it. */
    @PostMapping("/api/v1/visits/{id}/room/announcement")
    VisitWire.Whole tell(
            @PathVariable String id, @RequestBody VisitWire.RoomSeen body, Viewer viewer, ServerHttpRequest request) {
        telling.tell(id, body.version() == null ? 0 : body.version(), viewer.name());
        return publisher.whole(appointments.getVisit(id), viewer, request);
    }
}
