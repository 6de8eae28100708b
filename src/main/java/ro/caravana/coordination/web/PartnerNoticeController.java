package ro.caravana.coordination.web;

import java.time.Instant;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.mail.Notices;
import ro.caravana.coordination.mail.PartnerNotice;

/** Who has to be told something by telephone or on paper, because no mail reaches them; for planners. */
@RestController
@PreAuthorize("hasRole('PLANNER')")
class PartnerNoticeController {
    private final Notices notices;

    PartnerNoticeController(Notices notices) {
        this.notices = notices;
    }

    /** Oldest first. */
    record Notes(List<Note> notices) {}

    /**
     * Something a partner is to be told.
     *
     * @param kind {@code moved}, {@code cancelled}, {@code announced} or {@code room}
     */
    record Note(String id, String visit, String partner, String kind, Instant createdAt) {}

    @GetMapping("/api/v1/partner-notices")
    Notes list() {
        return new Notes(
                notices.listToTell().stream().map(PartnerNoticeController::note).toList());
    }

    /** The partner was told; answers what is left. */
    @PostMapping("/api/v1/partner-notices/{id}/told")
    Notes tell(@PathVariable String id, Viewer viewer) {
        notices.tell(id, viewer.name());
        return list();
    }

    /** The partner was not told after all: somebody pressed by mistake; answers what is to be told now. */
    @PostMapping("/api/v1/partner-notices/{id}/untold")
    Notes takeBack(@PathVariable String id) {
        notices.takeBack(id);
        return list();
    }

    private static Note note(PartnerNotice notice) {
        return new Note(
                notice.id(),
                notice.appointment(),
                notice.partner().wire(),
                notice.kind().wire(),
                notice.createdAt());
    }
}
