package ro.caravana.register.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ro.caravana.store.LastEnd;

/**
 * Where the embedded database was cut off, makes the events and sums what the ledger says before anybody notices that they are not:
 * one of some hundred kills may leave half a transaction in them (decisions 0147 and 0153).
 */
@Component
@ConditionalOnWebApplication
class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final LedgerAudit audit;
    private final LastEnd lastEnd;

    Sweep(LedgerAudit audit, LastEnd lastEnd) {
        this.audit = audit;
        this.lastEnd = lastEnd;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        if (lastEnd.isCutOff()) {
            Thread thread = new Thread(this::sweep, "register-sweep");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void sweep() {
        try {
            LedgerAudit.Report found = audit.verify(done -> {});
            if (found.differingSums() > 0 || found.differingBatches() > 0) {
                LOG.warn(
                        "register: the last end was none in order and left {} sums and {} batches that are not what the"
                                + " ledger says; they are written anew",
                        found.differingSums(),
                        found.differingBatches());
                audit.rebuild(done -> {});
            } else {
                LOG.info("register: looked through after an end that was none in order, {} batches", found.batches());
            }
            found.faults().forEach(fault -> LOG.warn("register: {}", fault));
            lastEnd.lookedThrough();
        } catch (RuntimeException failed) {
            LOG.warn("register: not looked through after an end that was none in order; the next start does", failed);
        }
    }
}
