package ro.caravana.coordination.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells the working group of questions that a letter and a reminder have not answered: one mail for each question, through the outbox,
 * to the group's list. Off where no list is named; the questions then stand on the group's page and agenda only. Thread-safe.
 */
@Component
public class Escalation {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final MailStore store;
    private final Clock clock;
    private final GroupList list;
    private final Duration after;

    Escalation(MailStore store, Clock clock, GroupList list, @Value("${caravana.group.escalation-days:14}") int days) {
        this.store = store;
        this.clock = clock;
        this.list = list;
        this.after = Duration.ofDays(days);
    }

    /** Where the group gets mail; empty where no list is named. */
    public Optional<String> list() {
        return list.find();
    }

    /** Puts what has become due; a visit whose day has come needs no answer any more. */
    void round() {
        list.find().ifPresent(address -> {
            Instant now = clock.instant();
            store.escalate(now.minus(after), LocalDate.ofInstant(now, ZONE), address, now);
        });
    }
}
