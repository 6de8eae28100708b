package ro.caravana.workgroup.month;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.Months;
import ro.caravana.workgroup.WorkgroupProblem;
import tools.jackson.databind.json.JsonMapper;

/**
 * Months' facts: gathered anew while a month is open, kept as they were once it is closed. A planner closes a month before the meeting;
 * nobody's forgetting keeps it open: ten days after its end it closes by itself, from the first month on in which a visit was to be held. What is reported later
 * counts in the next reports' sums since January, which say how many visits that were. Thread-safe, on several nodes at once.
 */
@Service
public class MonthBook implements Months {
    private static final Logger LOG = LoggerFactory.getLogger(MonthBook.class);
    static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CLOSES_AFTER_DAYS = 10;
    private static final int MONTHS_SHOWN = 24;

    /** A server that stood still over several months closes them all when it runs again. */
    private static final int MONTHS_CAUGHT_UP = 12;

    private final MonthStore store;
    private final MonthBuilder builder;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MonthBook(MonthStore store, MonthBuilder builder, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.builder = builder;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A month as a list shows it. */
    public record Head(YearMonth month, boolean over, Optional<Instant> closedAt, String closedBy) {}

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The present month and those before it, the newest first; of those that are long past only the closed ones. */
    public List<Head> list() {
        Map<YearMonth, MonthStore.Closing> closed = store.listClosings();
        YearMonth present = YearMonth.from(today());
        List<Head> heads = new ArrayList<>();
        for (int back = 0; back < MONTHS_SHOWN; back++) {
            YearMonth month = present.minusMonths(back);
            MonthStore.Closing closing = closed.get(month);
            if (back < 3 || closing != null) {
                heads.add(new Head(
                        month,
                        back > 0,
                        Optional.ofNullable(closing).map(MonthStore.Closing::at),
                        closing == null ? "" : closing.by()));
            }
        }
        return heads;
    }

    @Override
    public MonthFacts facts(YearMonth month, boolean internal) {
        return store.findFacts(month, internal)
                .map(text -> JSON.readValue(text, MonthFacts.class))
                .orElseGet(() -> gather(month, internal, false, now()));
    }

    private MonthFacts gather(YearMonth month, boolean internal, boolean closing, Instant at) {
        LocalDate today = today();
        if (month.atDay(1).isAfter(today) || month.getYear() < 2000) {
            throw new WorkgroupProblem.UnknownMonth();
        }
        LocalDate asOf = month.atEndOfMonth().isAfter(today) ? today : month.atEndOfMonth();
        return builder.build(new MonthBuilder.Moment(month, asOf, at, closing, internal, lateVisits(month)));
    }

    /** How many visits of the year's closed months before this one have been reported since they were closed. */
    private int lateVisits(YearMonth month) {
        int late = 0;
        for (YearMonth before : store.listClosings().keySet()) {
            if (before.getYear() == month.getYear() && before.isBefore(month)) {
                int then = store.findFacts(before, false)
                        .map(text ->
                                JSON.readValue(text, MonthFacts.class).visits().done())
                        .orElse(0);
                late += Math.max(0, builder.countHeld(before) - then);
            }
        }
        return late;
    }

    /**
     * Keeps a month's facts as they are now, for every audience.
     *
     * @throws WorkgroupProblem.UnknownMonth 404
     * @throws WorkgroupProblem.MonthNotOver 409
     * @throws WorkgroupProblem.MonthClosed 409
     */
    public void close(YearMonth month, String by) {
        if (!month.atEndOfMonth().isBefore(today())) {
            throw new WorkgroupProblem.MonthNotOver();
        }
        if (store.findFacts(month, false).isPresent()) {
            throw new WorkgroupProblem.MonthClosed();
        }
        Instant at = now();
        String shared = JSON.writeValueAsString(gather(month, false, true, at));
        String internal = JSON.writeValueAsString(gather(month, true, true, at));
        MonthStore.Closing closing = new MonthStore.Closing(by, at);
        boolean first = Boolean.TRUE.equals(transactions.execute(
                status -> store.insert(month, false, shared, closing) && store.insert(month, true, internal, closing)));
        if (!first) {
            throw new WorkgroupProblem.MonthClosed();
        }
        LOG.info("month {} closed by {}", month, by.isEmpty() ? "the calendar" : by);
    }

    /** Once an hour: the months of the last year whose ten days are over, the oldest first. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void closeByItself() {
        LocalDate today = today();
        for (int back = MONTHS_CAUGHT_UP; back > 0; back--) {
            YearMonth month = YearMonth.from(today).minusMonths(back);
            boolean due = today.isAfter(month.atEndOfMonth().plusDays(CLOSES_AFTER_DAYS));
            if (due && store.findFacts(month, false).isEmpty() && hasBegun(month)) {
                closeQuietly(month);
            }
        }
    }

    /** Whether the work had begun by then: a month without visits has its report, too, and that one must not change either. */
    private boolean hasBegun(YearMonth month) {
        return store.listClosings().keySet().stream().anyMatch(closed -> closed.isBefore(month))
                || builder.countPlanned(month) > 0;
    }

    private void closeQuietly(YearMonth month) {
        try {
            close(month, "");
        } catch (WorkgroupProblem.MonthClosed anotherNode) {
            LOG.debug("month {} was closed by another node", month);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
