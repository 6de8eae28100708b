package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintCollectors;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;
import org.optaplanner.core.api.score.stream.Joiners;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/**
 * Every rule of a plan, hard before soft; names and sentences stand in {@link ro.caravana.planning.PlanRule}. These have the
 * last word: whatever the search believes, a plan is worth what they say. Some rules need no constraint, because the domain
 * cannot break them: a visit stands in one list only; times are derived from the order, so that nobody is in two places and
 * service is never cut short; days on which a station may not work do not exist.
 */
public class PlanConstraints implements ConstraintProvider {
    private static final PlanInstance.Series FOUR_WEEKS = new PlanInstance.Series("", PlanRule.SPACING_DAYS, null);

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            workday(factory),
            maxDuration(factory),
            capacity(factory),
            siteWindow(factory),
            visitHours(factory),
            closedDate(factory),
            horizon(factory),
            notice(factory),
            seriesGap(factory),
            after(factory),
            pinned(factory),
            valueServed(factory),
            requiredLeftOut(factory),
            travelSeconds(factory),
            distance(factory),
            stationDay(factory),
            kilometreCost(factory),
            overtime(factory),
            preferredDate(factory),
            spacing(factory),
            evenLoad(factory)
        };
    }

    // ---- hard, by station-day

    Constraint workday(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(day -> day.isUsed()
                        && (day.schedule().departure() < day.station().workday().start()
                                || day.schedule().back()
                                        > day.station().workday().end()))
                .penalizeConfigurableLong(day -> 1)
                .asConstraint("workday");
    }

    Constraint maxDuration(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(day -> day.isUsed()
                        && day.station().maxSeconds() != null
                        && day.schedule().duration() > day.station().maxSeconds())
                .penalizeConfigurableLong(day -> 1)
                .asConstraint("maxDuration");
    }

    Constraint capacity(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(day -> day.isUsed()
                        && day.station().capacityPersons() != null
                        && day.persons() > day.station().capacityPersons())
                .penalizeConfigurableLong(day -> 1)
                .asConstraint("capacity");
    }

    // ---- hard, by visit

    Constraint siteWindow(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed()
                        && stop.hours().on(stop.date()).stream()
                                .noneMatch(window -> stop.times().start() >= window[0]
                                        && stop.times().end() <= window[1]))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("siteWindow");
    }

    Constraint visitHours(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed()
                        && (before(stop.times().start(), stop.visit().from())
                                || before(stop.visit().to(), stop.times().end())))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("visitHours");
    }

    private static boolean before(
            @org.jspecify.annotations.Nullable Integer one, @org.jspecify.annotations.Nullable Integer other) {
        return one != null && other != null && one < other;
    }

    Constraint closedDate(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed() && stop.hours().closedOn(stop.date()))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("closedDate");
    }

    Constraint horizon(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed() && outside(stop.date(), stop.visit()))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("horizon");
    }

    static boolean outside(LocalDate date, PlanInstance.Visit visit) {
        return (visit.earliest() != null && date.isBefore(visit.earliest()))
                || (visit.latest() != null && date.isAfter(visit.latest()));
    }

    Constraint notice(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed()
                        && stop.visit().pinned() == null
                        && !stop.visit().announced())
                .join(
                        Notice.class,
                        Joiners.filtering((stop, notice) -> stop.date().isBefore(notice.firstDay())))
                .penalizeConfigurableLong((stop, notice) -> 1)
                .asConstraint("notice");
    }

    Constraint seriesGap(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed() && stop.visit().series() != null)
                .groupBy(stop -> Objects.requireNonNull(stop.visit().series()), ConstraintCollectors.toList(Stop::date))
                .filter((series, dates) -> brokenGaps(series, dates) > 0)
                .penalizeConfigurableLong(PlanConstraints::brokenGaps)
                .asConstraint("seriesGap");
    }

    /** How many visits of a series stand too near to or too far from the next one in time. */
    static long brokenGaps(PlanInstance.Series series, List<LocalDate> dates) {
        List<LocalDate> inTime = dates.stream().sorted().toList();
        long broken = 0;
        for (int i = 1; i < inTime.size(); i++) {
            long days = ChronoUnit.DAYS.between(inTime.get(i - 1), inTime.get(i));
            boolean near = series.minGapDays() != null && days < series.minGapDays();
            boolean far = series.maxGapDays() != null && days > series.maxGapDays();
            broken += near || far ? 1 : 0;
        }
        return broken;
    }

    Constraint after(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed() && stop.visit().after() != null)
                .join(
                        Stop.class,
                        Joiners.equal(
                                stop -> Objects.requireNonNull(stop.visit().after())
                                        .visit(),
                                Stop::id),
                        Joiners.filtering((stop, first) -> !follows(stop, first)))
                .penalizeConfigurableLong((stop, first) -> 1)
                .asConstraint("after");
    }

    private static boolean follows(Stop stop, Stop first) {
        PlanInstance.After after = Objects.requireNonNull(stop.visit().after());
        if (!first.isServed()) {
            return false;
        }
        long days = ChronoUnit.DAYS.between(first.date(), stop.date());
        if (days == 0) {
            boolean sameRound = Objects.equals(first.day(), stop.day());
            return sameRound
                    && stop.times().start() >= first.times().end()
                    && (after.minDays() == null || after.minDays() == 0);
        }
        return days >= (after.minDays() == null ? 0 : after.minDays())
                && (after.maxDays() == null || days <= after.maxDays());
    }

    Constraint pinned(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.visit().pinned() != null
                        && !standsWherePinned(stop, stop.visit().pinned()))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("pinned");
    }

    private static boolean standsWherePinned(Stop stop, PlanInstance.Pinned pin) {
        return stop.isServed()
                && stop.date().equals(pin.date())
                && Objects.requireNonNull(stop.day()).station().id().equals(pin.station())
                && (pin.startSeconds() == null
                        || pin.startSeconds() == stop.times().start());
    }

    // ---- value

    Constraint valueServed(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(Stop::isServed)
                .rewardConfigurableLong(stop ->
                        Math.round(RuleWeights.THOUSANDTHS * stop.visit().value()))
                .asConstraint("valueServed");
    }

    Constraint requiredLeftOut(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> !stop.isServed()
                        && (stop.visit().required() || stop.visit().announced()))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("requiredLeftOut");
    }

    // ---- cost

    Constraint travelSeconds(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(StationDay::isUsed)
                .penalizeConfigurableLong(day -> day.schedule().drivingSeconds())
                .asConstraint("travelSeconds");
    }

    Constraint distance(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(StationDay::isUsed)
                .penalizeConfigurableLong(day -> day.schedule().metres())
                .asConstraint("distance");
    }

    Constraint stationDay(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(StationDay::isUsed)
                .penalizeConfigurableLong(day -> 1)
                .asConstraint("stationDay");
    }

    Constraint kilometreCost(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(day -> day.isUsed() && day.station().costPerKm() != null)
                .join(KilometrePrice.class)
                .penalizeConfigurableLong((day, price) -> price.thousandths(day))
                .asConstraint("kilometreCost");
    }

    Constraint overtime(ConstraintFactory factory) {
        return factory.forEach(StationDay.class)
                .filter(day -> day.isUsed() && day.schedule().duration() > PlanRule.NORMAL_DAY_SECONDS)
                .penalizeConfigurableLong(day -> day.schedule().duration() - PlanRule.NORMAL_DAY_SECONDS)
                .asConstraint("overtime");
    }

    // ---- quality

    Constraint preferredDate(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed() && !stop.prefers(stop.date()))
                .penalizeConfigurableLong(stop -> 1)
                .asConstraint("preferredDate");
    }

    Constraint spacing(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(stop -> stop.isServed() && stop.visit().kind() == PlanInstance.Kind.CAPTURE)
                .groupBy(stop -> stop.visit().site(), ConstraintCollectors.toList(Stop::date))
                .filter((site, dates) -> tooNear(dates) > 0)
                .penalizeConfigurableLong((site, dates) -> tooNear(dates))
                .asConstraint("spacing");
    }

    private static long tooNear(List<LocalDate> dates) {
        return brokenGaps(FOUR_WEEKS, dates);
    }

    Constraint evenLoad(ConstraintFactory factory) {
        return factory.forEach(Stop.class)
                .filter(Stop::isServed)
                .groupBy(
                        stop -> YearMonth.from(stop.date()),
                        ConstraintCollectors.sum(stop -> stop.visit().persons()))
                .groupBy(ConstraintCollectors.toMap(
                        (month, persons) -> month, (month, persons) -> persons, Integer::sum))
                .join(Months.class)
                .filter((persons, months) -> months.beyondTheirShares(persons) > 0)
                .penalizeConfigurableLong((persons, months) -> months.beyondTheirShares(persons))
                .asConstraint("evenLoad");
    }
}
