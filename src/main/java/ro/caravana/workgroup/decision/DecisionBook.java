package ro.caravana.workgroup.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.problem.PersonalCode;
import ro.caravana.workgroup.Decision;
import ro.caravana.workgroup.DecisionAction;
import ro.caravana.workgroup.Decisions;
import ro.caravana.workgroup.RequestKey;
import ro.caravana.workgroup.WorkgroupProblem;

/** Keeps decisions from one meeting to the next. Thread-safe, on several nodes at once. */
@Service
public class DecisionBook implements Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionBook.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int LONGEST_SUBJECT = 500;
    private static final int LONGEST_OWNER = 120;
    private static final int LONGEST_NOTE = 300;

    private final DecisionStore store;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DecisionBook(DecisionStore store, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A step as a planner takes it. */
    public record Order(DecisionAction action, String note, Optional<LocalDate> due, OptionalLong version) {}

    @Override
    public List<Decision> listAll() {
        return store.listSince(YearMonth.from(today()).minusMonths(12).toString());
    }

    @Override
    public Decision add(NewDecision wanted, boolean plannersOnly, String by) {
        return add(wanted, plannersOnly, by, null);
    }

    /**
     * The same.
     *
     * @param key Idempotency-Key: the same request again answers the decision it took the first time, as it stands now
     */
    public Decision add(NewDecision wanted, boolean plannersOnly, String by, @Nullable String key) {
        if (wanted.due().isBefore(today())) {
            throw new WorkgroupProblem.BadDecision("due", "The day by which it is due is today or later.");
        }
        Decision decision = new Decision(
                RequestKey.id(key, by, wanted.subject().strip(), wanted.owner().strip(), wanted.due()),
                YearMonth.from(today()).plusMonths(1).toString(),
                checked("subject", wanted.subject(), 3, LONGEST_SUBJECT),
                checked("owner", wanted.owner(), 2, LONGEST_OWNER),
                wanted.due(),
                wanted.origin(),
                plannersOnly,
                Decision.State.OPEN,
                0,
                0,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            store.insert(decision);
        } catch (DuplicateKeyException again) {
            return store.find(decision.id()).orElseThrow(() -> again);
        }
        LOG.info("decision {} taken, due {}", decision.id(), decision.due());
        return decision;
    }

    /** @throws WorkgroupProblem what is refused; nothing is written then */
    public Decision act(String id, Order order, String by) {
        Decision before = store.find(id).orElseThrow(WorkgroupProblem.UnknownDecision::new);
        if (order.version().orElse(before.version()) != before.version()
                || !order.action().fits(before.state())) {
            throw new WorkgroupProblem.Stale(before.version());
        }
        String note = checked("note", order.note(), order.action() == DecisionAction.DROP ? 3 : 0, LONGEST_NOTE);
        Decision after = after(before, order);
        DecisionStore.Step step = new DecisionStore.Step(
                after.version(),
                order.action(),
                after.state(),
                after.meeting(),
                note,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        transactions.executeWithoutResult(status -> {
            if (!store.update(after)) {
                throw new WorkgroupProblem.Stale(before.version() + 1);
            }
            store.insertStep(id, step);
        });
        LOG.info("decision {} is {}", id, after.state());
        return after;
    }

    private Decision after(Decision before, Order order) {
        String meeting = before.meeting();
        String next = YearMonth.from(today()).plusMonths(1).toString();
        return switch (order.action()) {
            case DONE -> before.after(Decision.State.DONE, meeting, before.due(), 0);
            case DROP -> before.after(Decision.State.DROPPED, meeting, before.due(), 0);
            case REOPEN -> before.after(Decision.State.OPEN, next, before.due(), 0);
            case CARRY -> {
                LocalDate due = order.due().orElse(before.due().plusMonths(1));
                if (due.isBefore(today())) {
                    throw new WorkgroupProblem.BadDecision("due", "The day by which it is due is today or later.");
                }
                // carried twice in one month it still goes to one meeting, and on from a later one
                String later = meeting.compareTo(next) >= 0
                        ? YearMonth.parse(meeting).plusMonths(1).toString()
                        : next;
                yield before.after(Decision.State.OPEN, later, due, 1);
            }
        };
    }

    private static String checked(String field, String text, int shortest, int longest) {
        String words = text.strip();
        if (words.length() < shortest || words.length() > longest) {
            throw new WorkgroupProblem.BadDecision(field, "It has " + shortest + " to " + longest + " characters.");
        }
        if (PersonalCode.isIn(words)) {
            throw new WorkgroupProblem.BadDecision(
                    field, "A number of 13 digits looks like a personal numeric code; leave persons out of it.");
        }
        return words;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
