package ro.caravana.planning.derive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import ro.caravana.planning.PlanInstance;

/**
 * "No UAT waits longer than so many months": what that asks of a plan's days, UAT by UAT. Waiting counts from the last visit
 * before the plan, where one is known, else from the plan's first day, and until its last. Immutable.
 *
 * <p>The instance format holds it without a field of its own: so many visits of the UAT are required, the first of them no later
 * than the wait allows, the last no earlier than the wait until the end allows, and between any two of the place no more days
 * than the shortest such months have (decision 0152).
 */
public final class WaitLimit {
    /** A UAT that waits too long already is owed its visit so many days after the first possible one: not all can be first. */
    static final int OVERDUE_DAYS = 30;

    /** Of the wait: so much play a row of visits needs, or all UATs would have to be visited in the same few days. */
    private static final int PLAY = 4;

    /**
     * What was asked for.
     *
     * @param lastVisits by UAT, before the plan; empty where nothing is known
     */
    public record Wish(int months, Map<Integer, LocalDate> lastVisits) {
        public Wish {
            lastVisits = Map.copyOf(lastVisits);
        }
    }

    private final int months;
    private final Map<Integer, LocalDate> lastVisits;
    private final PlanInstance.Horizon horizon;
    private final LocalDate firstPossible;
    private final int gapDays;

    /** @param noticeDays before the first visit that is not agreed yet */
    public WaitLimit(Wish wish, PlanInstance.Horizon horizon, int noticeDays) {
        this.months = wish.months();
        this.lastVisits = wish.lastVisits();
        this.horizon = horizon;
        this.firstPossible = horizon.start().plusDays(noticeDays);
        this.gapDays = shortest(wish.months(), horizon);
    }

    /** Days that so many months have at least, wherever in the plan they begin: 181 for six. */
    private static int shortest(int months, PlanInstance.Horizon horizon) {
        return horizon.start()
                .datesUntil(horizon.end().plusDays(1))
                .mapToInt(day -> (int) ChronoUnit.DAYS.between(day, day.plusMonths(months)))
                .min()
                .orElseThrow();
    }

    /**
     * What a UAT is owed.
     *
     * @param visits none where it need not be visited within the plan's days
     * @param latestFirst last day for the first of them; empty where any will do
     * @param earliestLast first day for the last of them; empty where any will do
     * @param gapDays most days between one and the next
     */
    record Owed(int visits, Optional<LocalDate> latestFirst, Optional<LocalDate> earliestLast, int gapDays) {}

    Owed owed(int uat) {
        LocalDate due = due(uat);
        LocalDate tooEarly = horizon.end().minusMonths(months); // a last visit before it would wait too long at the end
        if (!due.isBefore(horizon.end())) {
            return new Owed(0, Optional.empty(), Optional.empty(), gapDays);
        }
        int visits = 1;
        LocalDate reach = due;
        while (tooEarly.isAfter(horizon.start()) && reach.isBefore(tooEarly.plusDays(gapDays / PLAY))) {
            visits++;
            reach = reach.plusDays(gapDays);
        }
        return new Owed(visits, Optional.of(due), Optional.of(tooEarly).filter(horizon.start()::isBefore), gapDays);
    }

    private LocalDate due(int uat) {
        LocalDate since = lastVisits.getOrDefault(uat, horizon.start());
        LocalDate due = since.plusMonths(months);
        return due.isBefore(firstPossible) ? firstPossible.plusDays(OVERDUE_DAYS) : due;
    }

    /**
     * Writes the limit into a problem. Required visits of a UAT come first in line for it; where it has fewer captures at that place
     * than it is owed, short ones are added, to a place where nobody new is expected.
     *
     * @param uats of the localities, by SIRUTA codes
     */
    public PlanInstance applyTo(PlanInstance instance, Map<Integer, Integer> uats) {
        Map<String, Integer> uatOfSite = new HashMap<>();
        for (PlanInstance.Site site : instance.sites()) {
            Optional.ofNullable(site.siruta()).map(uats::get).ifPresent(uat -> uatOfSite.put(site.id(), uat));
        }
        List<Integer> inOrder = instance.visits().stream()
                .filter(visit -> visit.kind() == PlanInstance.Kind.CAPTURE)
                .flatMap(visit -> Optional.ofNullable(uatOfSite.get(visit.site())).stream())
                .distinct()
                .toList();
        WaitWriter writer = new WaitWriter(instance, uatOfSite);
        inOrder.forEach(uat -> writer.write(uat, owed(uat)));
        return writer.result();
    }

    /** The problem without its limit; of each place only one visit stays required. */
    public static PlanInstance lifted(PlanInstance instance) {
        Set<String> kept = new HashSet<>();
        return instance.withVisits(instance.visits().stream()
                .map(visit -> holdsFor(visit) ? lifted(visit, kept.add(visit.site())) : visit)
                .toList());
    }

    private static PlanInstance.Visit lifted(PlanInstance.Visit visit, boolean first) {
        PlanInstance.Series series = Objects.requireNonNull(visit.series());
        boolean limited = visit.required() && visit.pinned() == null;
        return visit.withRequired(visit.required() && (first || visit.pinned() != null))
                .between(limited ? null : visit.earliest(), limited ? null : visit.latest())
                .withSeries(new PlanInstance.Series(series.id(), series.minGapDays(), null));
    }

    /** Months of a problem's limit, from the days between visits; empty where it has none. */
    public static Optional<Integer> monthsOf(PlanInstance instance) {
        return instance.visits().stream()
                .filter(WaitLimit::holdsFor)
                .flatMap(visit -> Optional.ofNullable(visit.series()).map(PlanInstance.Series::maxGapDays).stream())
                .min(Integer::compare)
                .map(WaitLimit::monthsOfDays);
    }

    /** The number of months that so many days are nearest to. */
    public static int monthsOfDays(int days) {
        return (int) Math.round(days / 30.4);
    }

    /** Whether a visit is one of those that the limit is kept by. */
    public static boolean holdsFor(PlanInstance.Visit visit) {
        return visit.kind() == PlanInstance.Kind.CAPTURE
                && visit.series() != null
                && visit.series().maxGapDays() != null;
    }
}
