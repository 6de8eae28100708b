package ro.caravana.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.InverseRelationShadowVariable;
import ai.timefold.solver.core.api.domain.variable.NextElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.PreviousElementShadowVariable;
import ai.timefold.solver.core.api.domain.variable.ShadowSources;
import ai.timefold.solver.core.api.domain.variable.ShadowVariable;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** A customer; when service ends follows from who comes before. */
@PlanningEntity
public class TimefoldStop {
    private static final double SCALE = 10_000;

    @PlanningId
    private int number;

    private Node node;

    @InverseRelationShadowVariable(sourceVariableName = "stops")
    private TimefoldVehicle vehicle;

    @PreviousElementShadowVariable(sourceVariableName = "stops")
    private TimefoldStop previous;

    @NextElementShadowVariable(sourceVariableName = "stops")
    private TimefoldStop next;

    @ShadowVariable(supplierName = "departureSupplier")
    private Double departure;

    public TimefoldStop() {}

    TimefoldStop(Node node) {
        this.number = node.number();
        this.node = node;
    }

    @ShadowSources({"vehicle", "previous.departure"})
    public Double departureSupplier() {
        if (vehicle == null) {
            return null;
        }
        Node before = previous == null ? vehicle.depot() : previous.node;
        double left = previous == null ? vehicle.depot().open() : previous.departure;
        return Math.max(node.open(), left + TimefoldVehicle.way(before, node)) + node.service();
    }

    public TimefoldVehicle getVehicle() {
        return vehicle;
    }

    public TimefoldStop getPrevious() {
        return previous;
    }

    public TimefoldStop getNext() {
        return next;
    }

    public Double getDeparture() {
        return departure;
    }

    Node node() {
        return node;
    }

    /** How late service begins, in ten thousandths, rounded up. */
    long late() {
        return departure == null ? 0 : (long) Math.ceil(SCALE * Math.max(0, departure - node.service() - node.close()));
    }

    /** How late the vehicle is back, where this is its last stop. */
    long lateHome() {
        if (next != null || departure == null) {
            return 0;
        }
        Node depot = vehicle.depot();
        return (long) Math.ceil(
                SCALE * Math.max(0, departure + TimefoldVehicle.way(node, depot) - depot.close()));
    }
}
