package ro.caravana.travel.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;

/** A drawn road is as long as its class says and never jumps. */
class CurveTests {
    private static final double[] START = {0, 0};

    @Property(tries = 300, seed = "2027")
    void aRoadIsAsLongAsItsClassSays(
            @ForAll @DoubleRange(min = 900, max = 15_000) double length,
            @ForAll @DoubleRange(min = 1.03, max = 1.4) double winding,
            @ForAll @DoubleRange(min = 0, max = 6.2) double bearing,
            @ForAll long seed) {
        double[] end = {length * Math.cos(bearing), length * Math.sin(bearing)};
        List<double[]> line = draw(new RoadClass("county", "secondary", 48, winding, 1_000), end, seed);
        assertThat(length(line) / length).isCloseTo(winding, Offset.offset(0.02));
    }

    @Property(tries = 100, seed = "2027")
    void pointsFollowOneAnotherClosely(@ForAll @DoubleRange(min = 900, max = 15_000) double length, @ForAll long seed) {
        List<double[]> line =
                draw(new RoadClass("county", "secondary", 48, 1.3, 1_500), new double[] {length, 0}, seed);
        for (int i = 1; i < line.size(); i++) {
            assertThat(distance(line.get(i - 1), line.get(i))).isLessThan(500);
        }
    }

    @Property(tries = 20, seed = "2027")
    void theSameSeedDrawsTheSameRoad(@ForAll long seed) {
        RoadClass county = new RoadClass("county", "secondary", 48, 1.3, 1_500);
        double[] end = {5_000, 2_000};
        assertThat(draw(county, end, seed)).usingRecursiveComparison().isEqualTo(draw(county, end, seed));
    }

    private static List<double[]> draw(RoadClass roadClass, double[] end, long seed) {
        List<double[]> line = new ArrayList<>(List.of(START));
        line.addAll(new Curve(roadClass).between(START, START, end, end, seed));
        line.add(end);
        return line;
    }

    private static double length(List<double[]> line) {
        double sum = 0;
        for (int i = 1; i < line.size(); i++) {
            sum += distance(line.get(i - 1), line.get(i));
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}
