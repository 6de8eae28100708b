package ro.caravana.coordination.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.mail.GroupList;

/** Where the working group hears of silent partners; for administrators. */
@RestController
@RequestMapping("/api/v1/group-list")
@PreAuthorize("hasRole('ADMIN')")
class GroupListController {
    private final GroupList list;

    GroupListController(GroupList list) {
        this.list = list;
    }

    /**
     * @param email null where nobody gets mail
     * @param version to be sent back with a change
     * @param fromSetting whether the house's setting holds, because nobody has changed it
     * @param history newest first
     */
    record Known(@Nullable String email, long version, boolean fromSetting, List<Said> history) {}

    /** What was set once; an empty address: nobody. */
    record Said(String email, Instant at, String by) {}

    /** An empty address: nobody gets mail. */
    record Wanted(@Nullable String email, @Nullable Long version) {}

    @GetMapping
    Known read() {
        List<GroupList.Entry> entries = list.list();
        return new Known(
                list.find().orElse(null),
                entries.size(),
                entries.isEmpty(),
                entries.stream()
                        .map(entry -> new Said(entry.email(), entry.at(), entry.by()))
                        .toList());
    }

    @PutMapping
    Known set(@RequestBody Wanted wanted, Viewer viewer) {
        list.set(
                wanted.email() == null ? "" : wanted.email().strip(),
                wanted.version() == null ? 0 : wanted.version(),
                viewer.name());
        return read();
    }
}
