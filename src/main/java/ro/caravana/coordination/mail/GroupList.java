package ro.caravana.coordination.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.CoordinationProblem;

/**
 * Where the working group gets mail: what an administrator said last, else the house's setting. Thread-safe: of two who change it at
 * once one is refused.
 */
@Component
public class GroupList {
    private final GroupListStore store;
    private final Clock clock;
    private final String setting;

    GroupList(GroupListStore store, Clock clock, @Value("${caravana.group.email:}") String setting) {
        this.store = store;
        this.clock = clock;
        this.setting = setting.strip();
    }

    /** What was once set. @param email empty: nobody gets mail */
    public record Entry(long version, String email, Instant at, String by) {}

    /** Empty where nobody gets mail. */
    public Optional<String> find() {
        String email = list().stream().findFirst().map(Entry::email).orElse(setting);
        return email.isEmpty() ? Optional.empty() : Optional.of(email);
    }

    /** Everything that was set by hand, newest first; empty while the setting holds. */
    public List<Entry> list() {
        return store.list();
    }

    /**
     * @param email empty: nobody gets mail
     * @param version of what the administrator saw; 0 while the setting holds
     * @throws CoordinationProblem.BadStep 400
     * @throws CoordinationProblem.GroupListChanged 409
     */
    public void set(String email, long version, String account) {
        if (!email.isEmpty() && !EmailAddress.looksRight(email)) {
            throw new CoordinationProblem.BadStep("email", "An address looks like grup@example.ro.");
        }
        List<Entry> known = list();
        if (!known.isEmpty() && known.get(0).email().equals(email)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (version != known.size() || !store.insert(new Entry(version + 1, email, now, account))) {
            throw new CoordinationProblem.GroupListChanged();
        }
    }
}
