package ro.caravana.coordination.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import ro.caravana.coordination.CoordinationProblem;

/** What people see of the outbox, and what they decide about mails nobody is sure of. Thread-safe. */
@Service
public class Mails {
    private final MailStore store;
    private final Clock clock;

    Mails(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Newest first. */
    public List<OutgoingMail> listNewest(int most) {
        return store.listNewest(most);
    }

    public Map<MailState, Long> sizes() {
        return store.sizes();
    }

    /**
     * Sends it again: the person knows that it did not arrive.
     *
     * @throws CoordinationProblem.UnknownMail 404
     * @throws CoordinationProblem.MailSettled 409
     */
    public void sendAgain(String id) {
        decide(id, MailState.WAITING);
    }

    /** Takes it as sent: the person knows that it did arrive. */
    public void settle(String id) {
        decide(id, MailState.SENT);
    }

    private void decide(String id, MailState state) {
        if (store.find(id).isEmpty()) {
            throw new CoordinationProblem.UnknownMail();
        }
        if (!store.decide(id, state, clock.instant())) {
            throw new CoordinationProblem.MailSettled();
        }
    }
}
