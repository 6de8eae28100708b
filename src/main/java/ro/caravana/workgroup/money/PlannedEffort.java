package ro.caravana.workgroup.money;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.Plans;
import ro.caravana.planning.StationDay;
import ro.caravana.workgroup.Effort;
import ro.caravana.workgroup.Prices;

/**
 * What the plan comes to: the days of the accepted plans, as far as a visit of theirs still stands, else those of the newest finished
 * plan. A day counts whole, with its drives out and back. Thread-safe.
 */
@Component
class PlannedEffort {
    private final Appointments appointments;
    private final Plans plans;

    PlannedEffort(Appointments appointments, Plans plans) {
        this.appointments = appointments;
        this.plans = plans;
    }

    /** A day out and how many of its visits' persons are to be served anew. */
    record Day(LocalDate date, long metres, long minutes, long persons) {
        Effort effort(Prices prices) {
            long fees = Math.round(persons * prices.feeSharePermille() / 1000.0);
            return new Effort(
                    1,
                    0,
                    metres,
                    Math.min(minutes, prices.regularMinutes()),
                    Math.max(0, minutes - prices.regularMinutes()),
                    persons,
                    fees);
        }
    }

    static Effort of(Collection<Day> days, Prices prices) {
        return days.stream().map(day -> day.effort(prices)).reduce(Effort.NONE, Effort::plus);
    }

    List<Day> days(int year) {
        Map<String, Set<String>> standing = appointments.listAccepted().stream()
                .filter(visit -> visit.date().getYear() == year && visit.state() != VisitState.CANCELLED)
                .collect(Collectors.groupingBy(
                        Appointment::plan, Collectors.mapping(Appointment::visit, Collectors.toSet())));
        if (standing.isEmpty()) {
            return plans.findCurrentPlan().stream()
                    .flatMap(plan -> days(plan, year, visit -> true))
                    .toList();
        }
        return standing.entrySet().stream()
                .flatMap(plan -> find(plan.getKey()).stream()
                        .flatMap(view ->
                                days(view, year, visit -> plan.getValue().contains(visit.id()))))
                .toList();
    }

    /** All days of one plan in a year, whatever became of its visits. */
    List<Day> daysOf(String plan, int year) {
        return days(plans.getSolvedPlan(plan), year, visit -> true).toList();
    }

    /** Empty for a plan that was thrown away. */
    private Optional<PlanView> find(String plan) {
        try {
            return Optional.of(plans.getSolvedPlan(plan));
        } catch (PlanJobProblem.UnknownPlan | PlanJobProblem.NoSolutionYet gone) {
            return Optional.empty();
        }
    }

    private static Stream<Day> days(PlanView plan, int year, Predicate<PlannedVisit> stands) {
        return plan.days().stream()
                .filter(day -> day.date().getYear() == year)
                .filter(day -> day.visits().stream().anyMatch(stands))
                .map(day -> day(day, stands));
    }

    private static Day day(StationDay day, Predicate<PlannedVisit> stands) {
        return new Day(
                day.date(),
                day.metres(),
                Math.round((day.returnTime() - day.departure()) / 60.0),
                day.visits().stream()
                        .filter(stands)
                        .filter(visit -> !"HANDOVER".equals(visit.kind()))
                        .mapToLong(PlannedVisit::persons)
                        .sum());
    }
}
