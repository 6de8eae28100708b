package ro.caravana.planning.jobs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.SolveOptions;

/**
 * Goes once through next year's planning and forgets the result, so that the first planner who presses the button does not wait
 * for the travel matrix, the need estimate and a cold JVM.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "caravana.planning.warm-up", matchIfMissing = true)
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final InstanceSource source;
    private final Solving solving;
    private final Clock clock;

    WarmUp(InstanceSource source, Solving solving, Clock clock) {
        this.source = source;
        this.solving = solving;
        this.clock = clock;
    }

    /** Comes after the bundled sample has been loaded. */
    @EventListener
    void on(ApplicationReadyEvent event) {
        Thread thread = new Thread(this::rehearse, "planning-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void rehearse() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PlanDesk.HERE);
        LocalDate newYear = LocalDate.of(today.getYear() + 1, 1, 1);
        PlanOrder nextYear =
                new PlanOrder("warm-up", newYear, newYear.plusYears(1).minusDays(1), List.of(), 1, 1, Optional.empty());
        try {
            byte[] document = source.draw(nextYear, today).document();
            solving.solve(PlanDocuments.readInstance(document), SolveOptions.forSteps(0, 1), plan -> {}, () -> false);
        } catch (PlanJobProblem nothingToPlanYet) {
            LOG.debug("nothing to plan yet: {}", nothingToPlanYet.type());
        } catch (RuntimeException failed) {
            LOG.warn("planning could not be rehearsed; the first order will tell why", failed);
        }
    }
}
