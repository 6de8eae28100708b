package ro.caravana.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ro.caravana.planning.PlanInstance;

/** A visit, and the day in whose list it stands, if any. */
@PlanningEntity
public class TimefoldPlanVisit {
    private static final double SCALE = 1_000;

    @PlanningId
    private int number;

    private PeerVisit visit;
    private long worth;

    @InverseRelationShadowVariable(sourceVariableName = "visits")
    private TimefoldPlanDay day;

    public TimefoldPlanVisit() {}

    TimefoldPlanVisit(PeerYear year, PeerVisit visit) {
        this.number = visit.number();
        this.visit = visit;
        this.worth = Math.round(SCALE * year.value(visit));
    }

    public TimefoldPlanDay getDay() {
        return day;
    }

    PeerVisit visit() {
        return visit;
    }

    boolean isHeld() {
        return day != null;
    }

    String id() {
        return visit.id();
    }

    /** In thousandths. */
    long worth() {
        return worth;
    }

    PlanInstance.After after() {
        return visit.visit().after();
    }

    String first() {
        return after() == null ? "" : after().visit();
    }

    String series() {
        return visit.visit().series() == null ? "" : visit.visit().series().id();
    }

    long daysSince(TimefoldPlanVisit other) {
        return day.day().epochDay() - other.day.day().epochDay();
    }

    /** How many days the two of a series are too near to each other. */
    long tooNear(TimefoldPlanVisit other) {
        Integer least = visit.visit().series().minGapDays();
        return least == null ? 0 : Math.max(0, least - Math.abs(daysSince(other)));
    }

    /** How many days it is too near to or too far from the one it follows; the same day counts as too near. */
    long offFrom(TimefoldPlanVisit first) {
        long days = daysSince(first);
        long least = PeerFamilies.leastDays(after());
        long most = PeerFamilies.mostDays(after());
        return Math.max(0, least - days) + Math.max(0, days - most);
    }
}
