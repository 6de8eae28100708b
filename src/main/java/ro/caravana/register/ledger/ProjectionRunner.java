package ro.caravana.register.ledger;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ro.caravana.register.BatchApplied;

/** Keeps the sums close behind the intake, on a thread of its own. */
@Component
class ProjectionRunner implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionRunner.class);

    /** Batches that come within this time are added up together. Who reads sums does not wait for it. */
    private static final long GATHER_MILLIS = 5_000;

    private final Projection projection;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread projector = new Thread(work, "register-projection");
        projector.setDaemon(true);
        return projector;
    });

    ProjectionRunner(Projection projection) {
        this.projection = projection;
    }

    @EventListener
    void on(BatchApplied batch) {
        if (asked.compareAndSet(false, true)) {
            thread.schedule(this::run, GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        asked.set(false);
        try {
            projection.catchUp();
        } catch (RuntimeException failure) {
            LOG.warn("register: the sums are behind, the next batch or reader tries again", failure);
        }
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
