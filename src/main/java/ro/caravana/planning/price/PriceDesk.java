package ro.caravana.planning.price;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.DatePreference;
import ro.caravana.planning.PlanAction;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.PlanPrices;
import ro.caravana.planning.PlanStatus;
import ro.caravana.planning.jobs.PlanDesk;
import ro.caravana.planning.jobs.PlanLibrary;

/** Where the prices of a plan's rules are asked for, read and called off. Thread-safe. */
@Service
public class PriceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PriceDesk.class);
    /** Longer ones belong into a scenario: there are about a dozen of them, one after the other. */
    public static final int MOST_SECONDS = 600;

    private final PlanLibrary library;
    private final PlanDesk desk;
    private final PriceStore store;
    private final TransactionTemplate transactions;

    PriceDesk(PlanLibrary library, PlanDesk desk, PriceStore store, TransactionTemplate transactions) {
        this.library = library;
        this.desk = desk;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Queues one solve per rule, each from the plan as it stands; earlier prices are forgotten.
     *
     * @param seconds each solve may take, 1 to {@value #MOST_SECONDS}
     * @throws PlanJobProblem.NoSolutionYet where there is no plan to start from
     * @throws PlanJobProblem.PricesRunning where earlier ones are not over
     */
    public PlanPrices order(String plan, int seconds, long seed, String account) {
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new PlanJobProblem.BadOrder(
                    "plan-prices-seconds", "seconds", "Each rule is priced in 1 to " + MOST_SECONDS + " seconds.");
        }
        PlanLibrary.Solved solved = library.getSolved(plan);
        if (isRunning(find(plan))) {
            throw new PlanJobProblem.PricesRunning();
        }
        try {
            transactions.executeWithoutResult(status -> {
                store.deleteAll(plan);
                Stream.of(Relaxation.values()).forEach(rule -> queue(solved, rule, seconds, seed, account));
            });
        } catch (DuplicateKeyException somebodyWasFaster) {
            throw new PlanJobProblem.PricesRunning();
        }
        desk.lookAtQueue();
        LOG.info("prices of plan {} asked, {} s each", plan, seconds);
        return find(plan);
    }

    private void queue(PlanLibrary.Solved solved, Relaxation rule, int seconds, long seed, String account) {
        rule.of(solved.instance()).ifPresent(relaxed -> {
            PlanHead base = solved.head();
            PlanOrder order = new PlanOrder(
                    rule.code(), base.start(), base.end(), List.of(), seconds, seed, Optional.of(base.id()));
            Optional<List<DatePreference>> prefer =
                    rule == Relaxation.PREFERENCE ? Optional.of(List.of()) : base.prefer();
            PlanHead head =
                    desk.order(order, new PlanDesk.Changed(relaxed.instance(), base.figures(), prefer), account);
            store.insert(new PriceStore.Row(
                    head.id(), base.id(), rule.code(), rule.ordinal(), relaxed.detail(), base.revision()));
        });
    }

    /** @throws PlanJobProblem.UnknownPlan 404 */
    public PlanPrices find(String plan) {
        PlanHead head = library.getHead(plan);
        List<PriceStore.Row> rows = store.list(plan);
        long revision = rows.isEmpty() ? head.revision() : rows.get(0).revision();
        return new PlanPrices(head, rows.stream().flatMap(this::variant).toList(), revision);
    }

    private Stream<PlanPrices.Variant> variant(PriceStore.Row row) {
        try {
            PlanHead head = library.getHead(row.id());
            return Stream.of(new PlanPrices.Variant(row.rule(), row.place(), row.detail(), head));
        } catch (PlanJobProblem.UnknownPlan deletedMeanwhile) {
            return Stream.empty();
        }
    }

    /**
     * Calls off what is not over; what has been found stays.
     *
     * @throws PlanJobProblem.NoPricesRunning where everything is over already
     */
    public PlanPrices cancel(String plan) {
        PlanPrices prices = find(plan);
        if (!isRunning(prices)) {
            throw new PlanJobProblem.NoPricesRunning();
        }
        prices.variants().forEach(variant -> cancel(variant.head()));
        return find(plan);
    }

    private void cancel(PlanHead head) {
        try {
            desk.act(head.id(), PlanAction.CANCEL);
        } catch (PlanJobProblem.ActionNotAllowed | PlanJobProblem.UnknownPlan overAlready) {
            LOG.debug("{} is over already", head.id());
        }
    }

    private static boolean isRunning(PlanPrices prices) {
        return prices.status()
                .filter(status -> status == PlanStatus.QUEUED || status == PlanStatus.SOLVING)
                .isPresent();
    }
}
