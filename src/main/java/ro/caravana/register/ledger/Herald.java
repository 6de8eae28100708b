package ro.caravana.register.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import ro.caravana.register.BatchApplied;

/** Tells the house what is on disk. A listener that fails takes nothing back: whoever sent or decided it is told that it is done. */
final class Herald {
    private static final Logger LOG = LoggerFactory.getLogger(Herald.class);

    private final ApplicationEventPublisher events;

    Herald(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tell(BatchApplied news) {
        try {
            events.publishEvent(news);
        } catch (RuntimeException deaf) {
            LOG.warn("register: what is on disk, not everybody has heard of", deaf);
        }
    }
}
