package ro.caravana.fieldwork;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that was reported of one visit, and what follows from it. A pure function of its reports and the planner's last decision,
 * whatever the order in which they came: nothing is summed, and nothing left out, that nobody decided. Immutable.
 */
public final class VisitAccount {
    private static final Comparator<FieldReport> FIRST_COME =
            Comparator.comparing(FieldReport::receivedAt).thenComparing(FieldReport::id);

    private final List<FieldReport> reports;
    private final Optional<Resolution> resolution;
    /** Final, and corrected by nobody. */
    private final List<FieldReport> live;

    /**
     * @param reports of one visit
     * @param newest the planner's last decision
     */
    VisitAccount(List<FieldReport> reports, Optional<Resolution> newest) {
        this.reports = reports.stream().sorted(FIRST_COME).toList();
        this.live = this.reports.stream()
                .filter(FieldReport::isFinal)
                .filter(report -> !isReplaced(report))
                .toList();
        this.resolution = newest.filter(decided -> decided.seen().containsAll(liveIds()))
                .filter(decided -> decided.kept().map(liveIds()::contains).orElse(true));
    }

    private boolean isReplaced(FieldReport report) {
        return reports.stream().anyMatch(other -> corrects(other, report) && !corrects(report, other));
    }

    /** Two that would correct each other correct nothing: else the visit would be left without any report. */
    private static boolean corrects(FieldReport newer, FieldReport older) {
        return newer.isFinal()
                && newer.replaces().filter(older.id()::equals).isPresent()
                && newer.signedBy().equals(older.signedBy())
                && !newer.id().equals(older.id());
    }

    private Set<String> liveIds() {
        return live.stream().map(FieldReport::id).collect(Collectors.toSet());
    }

    public String visit() {
        return reports.get(0).about().visit();
    }

    /** In the order in which they came. */
    public List<FieldReport> reports() {
        return reports;
    }

    /** The reports that say how it ended and that nobody has corrected. */
    public List<FieldReport> live() {
        return live;
    }

    /** The planner's decision, as long as no later report makes it void. */
    public Optional<Resolution> resolution() {
        return resolution;
    }

    public boolean isDisputed() {
        return live.size() > 1 && resolution.isEmpty();
    }

    public Standing standing(FieldReport report) {
        if (!report.isFinal()) {
            return Standing.UNDER_WAY;
        }
        if (isReplaced(report)) {
            return Standing.REPLACED;
        }
        if (isDisputed()) {
            return Standing.DISPUTED;
        }
        boolean counts = resolution.map(decided -> decided.counts(report.id())).orElse(true);
        return counts ? Standing.COUNTED : Standing.SET_ASIDE;
    }

    /** Empty while the visit is under way. */
    Optional<VisitOutcome> outcome() {
        List<FieldReport> counted = isDisputed()
                ? live.subList(0, 1)
                : live.stream()
                        .filter(report -> standing(report) == Standing.COUNTED)
                        .toList();
        return counted.stream().map(this::outcomeOf).reduce(VisitAccount::together);
    }

    private VisitOutcome outcomeOf(FieldReport report) {
        return new VisitOutcome(
                report.about(),
                report.heldOn(),
                report.times(),
                report.clock() != ClockVerdict.DOUBTFUL,
                report.counts(),
                isDisputed());
    }

    private static VisitOutcome together(VisitOutcome one, VisitOutcome other) {
        Times times = new Times(
                earliest(one.times().started(), other.times().started()),
                earliest(one.times().arrived(), other.times().arrived()),
                latest(one.times().finished(), other.times().finished()));
        return new VisitOutcome(
                one.about(),
                one.date(),
                times,
                one.believableTimes() && other.believableTimes(),
                one.counts().plus(other.counts()),
                false);
    }

    private static <T extends Comparable<T>> Optional<T> earliest(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) > 0
                ? other
                : one.or(() -> other);
    }

    private static <T extends Comparable<T>> Optional<T> latest(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) < 0
                ? other
                : one.or(() -> other);
    }
}
