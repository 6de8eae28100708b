package ro.caravana.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The best plan so far, told in places and names. Immutable. Carries raw counts: whoever shows it passes them through
 * disclosure.
 *
 * @param days ordered by date, then station
 * @param maxWaitMonths most months a UAT may wait for its next visit; empty: no limit
 */
public record PlanView(
        PlanHead head,
        List<Plan.ScorePart> score,
        List<StationDay> days,
        List<UnservedVisit> unserved,
        Optional<Integer> maxWaitMonths) {
    public PlanView {
        score = List.copyOf(score);
        days = List.copyOf(days);
        unserved = List.copyOf(unserved);
    }

    /** Without a limit on waiting. */
    public PlanView(PlanHead head, List<Plan.ScorePart> score, List<StationDay> days, List<UnservedVisit> unserved) {
        this(head, score, days, unserved, Optional.empty());
    }

    /** Whether the solver has found anything yet. */
    public boolean hasSolution() {
        return head.summary().isPresent();
    }

    public Optional<StationDay> findDay(String station, LocalDate date) {
        return days.stream()
                .filter(day -> day.station().equals(station) && day.date().equals(date))
                .findFirst();
    }
}
