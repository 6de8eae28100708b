package ro.caravana.travel;

import java.time.LocalDate;
import java.util.List;
import ro.caravana.geo.Position;

/**
 * Distance and time where no road is known: the great circle, made longer and driven slowly.
 *
 * <p>1.33 is about what road distance over straight distance comes to in regional road networks (Ballou, Rahardja &amp; Sakai
 * 2002, Transportation Research A 36, report 1.2 to 1.5 for most European countries); 40 km/h is what rural county roads with
 * villages allow door to door. Both are assumptions and every figure from here is marked as an estimate.
 */
final class StraightLine {
    static final NetworkInfo INFO =
            new NetworkInfo("fără fișier de drumuri: linie dreaptă × 1,33, 40 km/h", true, LocalDate.of(2026, 11, 22));

    private static final double DETOUR = 1.33;
    private static final double SPEED_METRES_PER_SECOND = 40 / 3.6;
    /** From the nearest road to the door: lanes and yards. */
    private static final double ACCESS_METRES_PER_SECOND = 20 / 3.6;

    private StraightLine() {}

    static double metres(Position from, Position to) {
        return from.metresTo(to) * DETOUR;
    }

    static double seconds(Position from, Position to) {
        return metres(from, to) / SPEED_METRES_PER_SECOND;
    }

    /** Metres to drive from the road to a place that lies this far beside it. */
    static double accessMetres(double straightMetres) {
        return straightMetres * DETOUR;
    }

    static double accessSeconds(double straightMetres) {
        return accessMetres(straightMetres) / ACCESS_METRES_PER_SECOND;
    }

    static Leg leg(Position from, Position to) {
        return new Leg(
                (int) Math.round(seconds(from, to)), (int) Math.round(metres(from, to)), List.of(from, to), true);
    }
}
