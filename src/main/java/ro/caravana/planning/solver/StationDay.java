package ro.caravana.planning.solver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;
import org.optaplanner.core.api.domain.variable.ShadowVariable;
import ro.caravana.planning.PlanInstance;

/** One station on one date on which it may work: the order of its stops. A last one, without station, holds what is left out. */
@PlanningEntity
public class StationDay {
    static final String STOPS = "stops";

    @PlanningId
    private final int number;

    private final PlanInstance.@Nullable Station station;
    private final LocalDate date;
    private final Roads roads;
    private final int baseRow;

    @PlanningListVariable(valueRangeProviderRefs = "stops")
    private List<Stop> stops = new ArrayList<>();

    @ShadowVariable(variableListenerClass = ScheduleListener.class, sourceVariableName = "stops")
    private Schedule schedule = Schedule.EMPTY;

    /** For OptaPlanner's cloning only. */
    @SuppressWarnings("NullAway")
    protected StationDay() {
        this(0, null, LocalDate.EPOCH, null, 0);
    }

    StationDay(int number, PlanInstance.@Nullable Station station, LocalDate date, Roads roads, int baseRow) {
        this.number = number;
        this.station = station;
        this.date = date;
        this.roads = roads;
        this.baseRow = baseRow;
    }

    int number() {
        return number;
    }

    boolean isOverflow() {
        return station == null;
    }

    boolean isUsed() {
        return station != null && !stops.isEmpty();
    }

    /** Not for the overflow. */
    PlanInstance.Station station() {
        if (station == null) {
            throw new IllegalStateException("the list of those left out has no station");
        }
        return station;
    }

    LocalDate date() {
        return date;
    }

    Roads roads() {
        return roads;
    }

    int baseRow() {
        return baseRow;
    }

    List<Stop> stops() {
        return stops;
    }

    Schedule schedule() {
        return schedule;
    }

    void setSchedule(Schedule schedule) {
        this.schedule = schedule;
    }

    int persons() {
        return stops.stream().mapToInt(stop -> stop.visit().persons()).sum();
    }

    @Override
    public String toString() {
        return station == null ? "left out" : station.id() + " " + date;
    }
}
