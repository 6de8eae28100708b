package ro.caravana.statistics.sample;

import java.util.OptionalDouble;
import java.util.function.IntFunction;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/** What makes the rate of one UAT higher or lower than another's. */
final class RateDrivers {
    private static final double DETOUR = 1.33;
    private static final double METRES_PER_MINUTE = 50_000.0 / 60;
    private static final double FEWEST_MINUTES = 5;
    /** A UAT where the census met almost nobody of a group still has some. */
    private static final double LEAST_SHARE_OF_MEAN = 0.2;

    private final Territory territory;
    private final CensusTable census;

    RateDrivers(Territory territory, CensusTable census) {
        this.territory = territory;
        this.census = census;
    }

    /** The UAT's rate relative to one with average residents that lies beside a local service. */
    double factor(CategoryModel model, Uat uat) {
        return relative(census::shareOfChildren, uat, model.children())
                * relative(census::shareOfRoma, uat, model.roma())
                * relative(census::shareOfElderly, uat, model.elderly())
                * StrictMath.pow(minutesToService(uat) / FEWEST_MINUTES, model.distance());
    }

    /** A share relative to the mean of the UATs that have one; a UAT without it counts as the mean. */
    private double relative(IntFunction<OptionalDouble> share, Uat uat, double power) {
        double mean = territory.listUats().stream()
                .map(each -> share.apply(each.siruta()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average()
                .orElse(0);
        OptionalDouble own = share.apply(uat.siruta());
        if (mean == 0 || own.isEmpty()) {
            return 1;
        }
        return StrictMath.pow(Math.max(LEAST_SHARE_OF_MEAN, own.getAsDouble() / mean), power);
    }

    private double minutesToService(Uat uat) {
        double metres = territory.listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .mapToDouble(office -> office.position().metresTo(uat.position()))
                .min()
                .orElse(0);
        return Math.max(FEWEST_MINUTES, metres * DETOUR / METRES_PER_MINUTE);
    }
}
