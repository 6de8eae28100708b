package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.InverseRelationShadowVariable;
import org.optaplanner.core.api.domain.variable.ShadowVariable;
import ro.caravana.planning.PlanInstance;

/** A visit as OptaPlanner sees it: an element of some station-day's list, or of the list of those left out. */
@PlanningEntity
public class Stop {
    private static final int DAY_SECONDS = 86_400;

    @PlanningId
    private final int number;

    private final PlanInstance.Visit visit;
    private final Set<LocalDate> preferred;
    private SiteHours hours;
    private final int row;

    @InverseRelationShadowVariable(sourceVariableName = "stops")
    private @Nullable StationDay day;

    /** Null while left out. */
    @ShadowVariable(
            variableListenerClass = ScheduleListener.class,
            sourceEntityClass = StationDay.class,
            sourceVariableName = "stops")
    private @Nullable StopTimes times;

    /** For OptaPlanner's cloning only. */
    @SuppressWarnings("NullAway")
    protected Stop() {
        this.number = 0;
        this.visit = null;
        this.preferred = null;
        this.row = 0;
    }

    Stop(int number, PlanInstance.Visit visit, SiteHours hours, int row) {
        this.number = number;
        this.visit = visit;
        this.preferred = Set.copyOf(visit.preferredDates());
        this.hours = hours;
        this.row = row;
    }

    int number() {
        return number;
    }

    PlanInstance.Visit visit() {
        return visit;
    }

    SiteHours hours() {
        return hours;
    }

    /** Whether it is one of the visit's preferred dates, or the visit has none; school terms alone are half a year of dates. */
    boolean prefers(LocalDate date) {
        return preferred.isEmpty() || preferred.contains(date);
    }

    /** From now on the visit is held in these hours only. */
    void keepTo(SiteHours others) {
        hours = others;
    }

    /** Row of its site in the travel matrix. */
    int row() {
        return row;
    }

    String id() {
        return visit.id();
    }

    boolean isServed() {
        return day != null && !day.isOverflow();
    }

    @Nullable
    StationDay day() {
        return day;
    }

    /** The day it is held. Only for served stops. */
    LocalDate date() {
        if (day == null) {
            throw new IllegalStateException("a stop without a day has no date");
        }
        return day.date();
    }

    /** Only for served stops. */
    StopTimes times() {
        if (times == null) {
            throw new IllegalStateException("a stop that is left out has no times");
        }
        return times;
    }

    void setTimes(@Nullable StopTimes times) {
        this.times = times;
    }

    @Nullable
    StopTimes timesOrNull() {
        return times;
    }

    void setDay(@Nullable StationDay day) {
        this.day = day;
    }

    /** First and last seconds at which service may start on a date: site windows, own hours and pinned start together. */
    List<int[]> startsOn(LocalDate date) {
        int from = visit.from() == null ? 0 : visit.from();
        int to = visit.to() == null ? DAY_SECONDS : visit.to();
        Integer pinned = visit.pinned() == null ? null : visit.pinned().startSeconds();
        List<int[]> starts = new ArrayList<>();
        for (int[] window : hours.on(date)) {
            int first = Math.max(from, window[0]);
            int last = Math.min(to, window[1]) - visit.serviceSeconds();
            first = pinned == null ? first : Math.max(first, pinned);
            last = pinned == null ? last : Math.min(last, pinned);
            if (first <= last) {
                starts.add(new int[] {first, last});
            }
        }
        return starts;
    }

    @Override
    public String toString() {
        return visit.id();
    }
}
