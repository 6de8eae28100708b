package ro.caravana.coordination.mail;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The postman's rounds, on a thread of their own, where mail is on. Only the server has them; a command sends nothing. */
@Component
@ConditionalOnWebApplication
class MailRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
    private static final long SECONDS_BETWEEN = 10;

    private final Postman postman;
    private final Escalation escalation;
    private final MailSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "postman");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile boolean running;

    MailRounds(Postman postman, Escalation escalation, MailSettings settings) {
        this.escalation = escalation;
        this.postman = postman;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        if (settings.isOn()) {
            thread.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    /** A round that breaks must not end the rounds. */
    private void round() {
        try {
            escalation.round();
            while (running && postman.round()) {
                // more is due
            }
        } catch (RuntimeException failure) {
            LOG.warn("a round of the postman broke off", failure);
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            thread.awaitTermination(SECONDS_BETWEEN, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
