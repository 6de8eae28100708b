package ro.caravana.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;

/** A station's day and the order of its visits; who is in no day's list is left out. */
@PlanningEntity
public class TimefoldPlanDay {
    @PlanningId
    private int number;

    private PeerYear year;
    private PeerDay day;

    @PlanningListVariable(allowsUnassignedValues = true)
    private List<TimefoldPlanVisit> visits = new ArrayList<>();

    public TimefoldPlanDay() {}

    TimefoldPlanDay(PeerYear year, PeerDay day) {
        this.number = day.number();
        this.year = year;
        this.day = day;
    }

    public List<TimefoldPlanVisit> getVisits() {
        return visits;
    }

    PeerDay day() {
        return day;
    }

    List<PeerVisit> order() {
        return visits.stream().map(TimefoldPlanVisit::visit).toList();
    }

    /** Few stand in one day: to go through them anew costs less than times that follow each other as shadow variables. */
    private PeerRound round() {
        return new PeerRound(year, day, order());
    }

    long late() {
        return round().late();
    }

    long overload() {
        Integer most = day.station().capacityPersons();
        long persons = visits.stream()
                .mapToLong(visit -> visit.visit().visit().persons())
                .sum();
        return most == null ? 0 : Math.max(0, persons - most);
    }

    long cost() {
        return round().cost();
    }
}
