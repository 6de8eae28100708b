package ro.caravana.peers;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;

/** Capacity and windows first, then distance. */
public class TimefoldRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEach(TimefoldVehicle.class)
                    .filter(vehicle -> vehicle.overload() > 0)
                    .penalizeLong(HardSoftLongScore.ONE_HARD, TimefoldVehicle::overload)
                    .asConstraint("capacity"),
            factory.forEach(TimefoldStop.class)
                    .filter(stop -> stop.late() > 0)
                    .penalizeLong(HardSoftLongScore.ONE_HARD, TimefoldStop::late)
                    .asConstraint("window"),
            factory.forEach(TimefoldStop.class)
                    .filter(stop -> stop.getVehicle() != null && stop.lateHome() > 0)
                    .penalizeLong(HardSoftLongScore.ONE_HARD, TimefoldStop::lateHome)
                    .asConstraint("back in time"),
            factory.forEach(TimefoldVehicle.class)
                    .filter(vehicle -> !vehicle.getStops().isEmpty())
                    .penalizeLong(HardSoftLongScore.ONE_SOFT, TimefoldVehicle::distance)
                    .asConstraint("distance")
        };
    }
}
