package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Transition;
import ro.caravana.pages.Words;

/** What belongs to a partner's question however it is put, by mail, letter or page, and nobody can write differently. Thread-safe. */
@Component
public class QuestionNotes {
    private final PartnerLinkStore store;
    private final Clock clock;

    QuestionNotes(PartnerLinkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Which day the asked one takes the place of, so that nobody keeps both; until when the answer is of use for citizens to be told in
     * time. A sentence each, where there is something to say.
     */
    public List<String> list(Appointment visit, PartnerLink link, Words words) {
        List<String> notes = new ArrayList<>();
        store.findDateBefore(link).ifPresent(date -> notes.add(words.text("asked-before", words.longDate(date))));
        LocalDate last = visit.date().minusDays(Transition.NOTICE_DAYS);
        Instant tooLate = last.plusDays(1).atStartOfDay(PartnerLinks.ZONE).toInstant();
        // where the link itself ends before, its own end is the only one that is named
        if (visit.isPublic() && clock.instant().isBefore(tooLate) && tooLate.isBefore(link.expiresAt())) {
            notes.add(words.text("ask-by", words.longDate(last)));
        }
        return notes;
    }
}
