package ro.caravana.planning.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.FigureSource;
import ro.caravana.planning.PlanAction;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.PlanProblem;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.jobs.PlanStore.KeyedOrder;

/** Where plans are ordered, paused, resumed, cancelled and thrown away. Thread-safe. */
@Service
public class PlanDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PlanDesk.class);
    public static final ZoneId HERE = ZoneId.of("Europe/Bucharest");

    private final PlanStore store;
    private final InstanceSource source;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PlanDesk(
            PlanStore store,
            InstanceSource source,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.source = source;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Orders a plan; it waits in the queue when this returns.
     *
     * @param account who orders
     * @param key the Idempotency-Key; the same key with the same order answers the plan it started the first time
     */
    public PlanHead order(PlanOrder order, String account, Optional<String> key) {
        String hash = PlanDocuments.sha256(order.toString().getBytes(UTF_8));
        Optional<PlanHead> earlier = key.flatMap(text -> findOrdered(account, text, hash));
        return earlier.orElseGet(() -> orderAnew(order, account, key, hash));
    }

    private PlanHead orderAnew(PlanOrder order, String account, Optional<String> key, String hash) {
        Optional<String> start = order.basedOn().map(this::solutionOf);
        InstanceSource.Drawn drawn = source.draw(order, LocalDate.ofInstant(clock.instant(), HERE));
        PlanHead head = queued(order, account, drawn.figures(), Optional.of(order.prefer()), false);
        try {
            transactions.executeWithoutResult(status -> {
                store.insert(head, DocumentText.of(drawn.document()));
                start.ifPresent(plan -> store.insertStart(head.id(), plan));
                key.ifPresent(text -> store.insertKey(account, text, new KeyedOrder(hash, head.id())));
            });
        } catch (DuplicateKeyException twice) {
            return key.flatMap(text -> findOrdered(account, text, hash)).orElseThrow(() -> twice);
        }
        LOG.info("plan {} ordered: {} visits, {} s", head.id(), drawn.visits(), order.seconds());
        events.publishEvent(new PlanQueued(head.id()));
        return getHead(head.id());
    }

    /**
     * Another plan's problem, changed.
     *
     * @param figures behind it
     * @param prefer which days it prefers, where that is known
     */
    public record Changed(PlanInstance instance, FigureSource figures, Optional<List<DatePreference>> prefer) {}

    /**
     * Orders a plan of a given problem.
     *
     * @param order based on the other plan, from which the search starts; which days it prefers is the problem's to say
     * @throws PlanProblem.InvalidInstance where the problem cannot be solved as it stands
     */
    public PlanHead order(PlanOrder order, Changed problem, String account) {
        byte[] document = PlanDocuments.writeInstance(problem.instance());
        PlanDocuments.readInstance(document); // what outsiders would be refused must not come from us either
        Optional<String> start = order.basedOn().map(this::solutionOf);
        PlanHead head = queued(order, account, problem.figures(), problem.prefer(), true);
        transactions.executeWithoutResult(status -> {
            store.insert(head, DocumentText.of(document));
            start.ifPresent(plan -> store.insertStart(head.id(), plan));
        });
        LOG.info("plan {} ordered as a scenario, {} s", head.id(), order.seconds());
        events.publishEvent(new PlanQueued(head.id()));
        return getHead(head.id());
    }

    /** Tells the node's solving threads that something waits; needed after orders within a transaction, which nobody sees before its end. */
    public void lookAtQueue() {
        events.publishEvent(new PlanQueued(""));
    }

    private PlanHead queued(
            PlanOrder order,
            String account,
            FigureSource figures,
            Optional<List<DatePreference>> prefer,
            boolean scenario) {
        return new PlanHead(
                UUID.randomUUID().toString(),
                order.name(),
                order.start(),
                order.end(),
                PlanStatus.QUEUED,
                clock.instant(),
                account,
                order.seconds(),
                order.seed(),
                0,
                order.basedOn(),
                scenario,
                prefer,
                figures,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private Optional<PlanHead> findOrdered(String account, String key, String hash) {
        return store.findKeyedOrder(account, key).map(earlier -> {
            if (!earlier.orderHash().equals(hash)) {
                throw new PlanJobProblem.KeyReused();
            }
            return getHead(earlier.planId());
        });
    }

    private String solutionOf(String plan) {
        PlanHead basis = store.findHead(plan)
                .orElseThrow(() -> new PlanJobProblem.BadOrder(
                        "plan-based-on-unknown", "basedOn", "The plan to start from does not exist."));
        return Optional.of(basis)
                .filter(head -> head.summary().isPresent())
                .flatMap(head -> store.findSolution(plan))
                .orElseThrow(PlanJobProblem.NoSolutionYet::new);
    }

    /** @throws PlanJobProblem.ActionNotAllowed where the plan's status does not fit, naming what is possible */
    public PlanHead act(String id, PlanAction action) {
        PlanHead head = getHead(id);
        boolean done = action.isAllowedIn(head.status())
                && switch (action) {
                    case PAUSE -> store.change(id, PlanStatus.QUEUED, PlanStatus.PAUSED) || store.wish(id, Wish.PAUSE);
                    case RESUME -> store.takeBackPause(id) || store.change(id, PlanStatus.PAUSED, PlanStatus.QUEUED);
                    case CANCEL ->
                        store.change(id, PlanStatus.QUEUED, PlanStatus.CANCELLED)
                                || store.change(id, PlanStatus.PAUSED, PlanStatus.CANCELLED)
                                || store.wish(id, Wish.CANCEL);
                };
        PlanHead now = getHead(id);
        if (!done) {
            throw new PlanJobProblem.ActionNotAllowed(now.status(), PlanAction.allowedIn(now.status()));
        }
        if (now.status() == PlanStatus.QUEUED) {
            events.publishEvent(new PlanQueued(id));
        }
        return now;
    }

    /** Throws a plan away; a node that is solving it notices and stops. */
    public void delete(String id) {
        if (!store.delete(id)) {
            throw new PlanJobProblem.UnknownPlan();
        }
        LOG.info("plan {} deleted", id);
    }

    /** @throws PlanJobProblem.UnknownPlan 404 */
    public PlanHead getHead(String id) {
        return store.findHead(id).orElseThrow(PlanJobProblem.UnknownPlan::new);
    }
}
