package ro.caravana.register.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.register.ledger.QuarantineDesk;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/sync/quarantine}: events that wait for a planner. */
@RestController
@RequestMapping("/api/v1/sync/quarantine")
@PreAuthorize("hasRole('PLANNER')")
class QuarantineController {
    private final QuarantineDesk desk;

    QuarantineController(QuarantineDesk desk) {
        this.desk = desk;
    }

    /** @param waiting how many there are; {@code events} are the oldest 500 of them */
    record WaitingList(long waiting, List<QuarantineDesk.Waiting> events) {}

    /** Fields of the event to replace, by name. */
    record Release(@Nullable Map<String, JsonNode> corrections) {}

    record Dismissal(@Nullable String reason) {}

    @GetMapping
    @PreAuthorize("hasRole('PLANNER')")
    WaitingList listWaiting() {
        return new WaitingList(desk.countWaiting(), desk.listWaiting());
    }

    @PostMapping("/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('PLANNER')")
    void release(@PathVariable long id, @RequestBody Release release, Viewer viewer) {
        desk.release(id, release.corrections() == null ? Map.of() : release.corrections(), viewer.name());
    }

    @PostMapping("/{id}/dismiss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasRole('PLANNER')")
    void dismiss(@PathVariable long id, @RequestBody Dismissal dismissal, Viewer viewer) {
        desk.dismiss(id, dismissal.reason() == null ? "" : dismissal.reason(), viewer.name());
    }
}
