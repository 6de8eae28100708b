package ro.caravana.workgroup.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStep;
import ro.caravana.fieldwork.VisitOutcome;

/**
 * The visits that were to be held in a month and what became of them: those dated in it, and those that were moved out of it by a step
 * somebody took. A proposal that a plan moved before anybody was asked was nobody's yet. Thread-safe.
 */
@Component
class MonthVisits {
    private static final Set<VisitState> HELD = EnumSet.of(VisitState.DONE, VisitState.HANDOVER, VisitState.CLOSED);
    private static final Set<VisitState> AGREED =
            EnumSet.of(VisitState.CONFIRMED, VisitState.ANNOUNCED, VisitState.UNDER_WAY);

    private final Appointments appointments;

    MonthVisits(Appointments appointments) {
        this.appointments = appointments;
    }

    /** What became of a visit. */
    enum Fate {
        DONE,
        MOVED,
        CANCELLED,
        DECLINED,
        NOT_AGREED,
        NOT_REPORTED,
        TO_COME;

        boolean isMissed() {
            return this != DONE && this != TO_COME;
        }

        String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A visit that was to be held.
     *
     * @param date in the month
     * @param reason the last step's, where it was called off or moved
     */
    record Planned(
            Appointment visit, LocalDate date, Fate fate, Optional<LocalDate> newDate, Optional<String> reason) {}

    /**
     * In the order of their dates.
     *
     * @param asOf the last day that is in
     */
    List<Planned> list(YearMonth month, LocalDate asOf, List<VisitOutcome> outcomes) {
        Set<String> reported = outcomes.stream().map(VisitOutcome::visit).collect(Collectors.toSet());
        Map<String, Appointment> all = new HashMap<>();
        appointments.listAccepted().forEach(visit -> all.put(visit.id(), visit));
        List<Planned> planned = new ArrayList<>();
        all.values().stream()
                .filter(visit -> YearMonth.from(visit.date()).equals(month))
                .forEach(visit -> planned.add(planned(visit, asOf, reported.contains(visit.id()))));
        movedOut(month, asOf)
                .forEach((id, step) -> Optional.ofNullable(all.get(id))
                        .filter(visit -> !YearMonth.from(visit.date()).equals(month))
                        .ifPresent(visit -> planned.add(new Planned(
                                visit, step.fromDate(), Fate.MOVED, Optional.of(visit.date()), step.reason()))));
        planned.sort(Comparator.comparing(Planned::date)
                .thenComparing(visit -> visit.visit().start())
                .thenComparing(visit -> visit.visit().id()));
        return planned;
    }

    /** The first step that took each visit out of the month, of those taken up to the day. */
    private Map<String, VisitStep> movedOut(YearMonth month, LocalDate asOf) {
        Map<String, VisitStep> first = new HashMap<>();
        appointments.listMoves(month.atDay(1), month.atEndOfMonth()).stream()
                .filter(step -> !YearMonth.from(step.toDate()).equals(month))
                .filter(step -> !step.takenAt().isAfter(MonthBook.endOf(asOf)))
                .forEach(step -> first.putIfAbsent(step.appointment(), step));
        return first;
    }

    private Planned planned(Appointment visit, LocalDate asOf, boolean reported) {
        Fate fate = fate(visit, asOf, reported);
        Optional<String> reason =
                fate == Fate.CANCELLED || fate == Fate.DECLINED ? lastReason(visit) : Optional.empty();
        return new Planned(visit, visit.date(), fate, Optional.empty(), reason);
    }

    private static Fate fate(Appointment visit, LocalDate asOf, boolean reported) {
        if (reported || HELD.contains(visit.state())) {
            return Fate.DONE;
        }
        if (visit.state() == VisitState.CANCELLED) {
            return Fate.CANCELLED;
        }
        if (visit.date().isAfter(asOf)) {
            return Fate.TO_COME;
        }
        if (visit.state() == VisitState.DECLINED) {
            return Fate.DECLINED;
        }
        return AGREED.contains(visit.state()) ? Fate.NOT_REPORTED : Fate.NOT_AGREED;
    }

    private Optional<String> lastReason(Appointment visit) {
        return appointments.listHistory(visit.id()).stream()
                .filter(step -> step.action() == VisitAction.CANCEL || step.action() == VisitAction.DECLINE)
                .reduce((earlier, later) -> later)
                .flatMap(VisitStep::reason);
    }

    /** What the month after holds, as far as it is not called off. */
    List<Appointment> listNext(YearMonth month) {
        YearMonth next = month.plusMonths(1);
        return appointments.listAccepted().stream()
                .filter(visit -> YearMonth.from(visit.date()).equals(next))
                .filter(visit -> visit.state() != VisitState.CANCELLED && visit.state() != VisitState.DECLINED)
                .toList();
    }

    static boolean isAgreed(Appointment visit) {
        return AGREED.contains(visit.state()) || HELD.contains(visit.state());
    }

    static Stream<Planned> missed(List<Planned> visits) {
        return visits.stream().filter(visit -> visit.fate().isMissed());
    }
}
