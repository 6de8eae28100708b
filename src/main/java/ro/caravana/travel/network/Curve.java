package ro.caravana.travel.network;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The course of a road between two neighbouring places: a smooth line through the places, bent to both sides until it is as long as
 * a road of its class. Lengths are therefore in the geometry, where a router and a map both find them.
 */
final class Curve {
    private static final double POINTS_PER_BEND = 11;
    /** Bends of one wave length look like a sine on paper; three of different length look like a road. */
    private static final double[] WAVES = {1.0, 0.58, 0.41};

    private static final double[] WAVE_HEIGHTS = {1.0, 0.45, 0.22};
    private static final double MAX_HEIGHT_PER_BEND = 0.45;

    private final RoadClass roadClass;
    private final double pointEveryMetres;

    Curve(RoadClass roadClass) {
        this.roadClass = roadClass;
        pointEveryMetres = Math.min(180, roadClass.bendMetres() / POINTS_PER_BEND);
    }

    /**
     * Points strictly between {@code from} and {@code to}.
     *
     * @param before the place the road comes from, or {@code from} itself at its beginning
     * @param after the place it goes on to, or {@code to} itself at its end
     * @param seed same seed, same bends
     */
    List<double[]> between(double[] before, double[] from, double[] to, double[] after, long seed) {
        double straight = distance(from, to);
        int points = Math.max(2, (int) Math.round(straight / pointEveryMetres));
        if (straight < 2 * pointEveryMetres) {
            return List.of();
        }
        List<double[]> base = spline(before, from, to, after, points);
        double[] offsets = offsets(straight, points, seed);
        double wanted = straight * roadClass.winding();
        double low = 0;
        double high = roadClass.bendMetres() * MAX_HEIGHT_PER_BEND;
        for (int step = 0; step < 40; step++) {
            double middle = (low + high) / 2;
            if (length(bent(base, offsets, middle)) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        List<double[]> all = bent(base, offsets, low);
        return all.subList(1, all.size() - 1);
    }

    /** How far each point moves aside, from −1 to 1, nothing at the ends. */
    private double[] offsets(double straight, int points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        // Whole half-waves at least, so that a short link bends once and does not lean.
        double bends = Math.max(0.5, straight / roadClass.bendMetres());
        double[] offsets = new double[points + 1];
        double side = random.nextBoolean() ? 1 : -1;
        for (int wave = 0; wave < WAVES.length; wave++) {
            double phase = wave == 0 ? 0 : random.nextDouble() * 2 * Math.PI;
            double height = side * WAVE_HEIGHTS[wave] * (0.7 + 0.6 * random.nextDouble());
            for (int i = 1; i < points; i++) {
                double along = (double) i / points;
                double envelope = StrictMath.sin(Math.PI * along);
                offsets[i] += envelope * height * StrictMath.sin(2 * Math.PI * bends * along / WAVES[wave] + phase);
            }
        }
        return offsets;
    }

    private static List<double[]> bent(List<double[]> base, double[] offsets, double height) {
        List<double[]> result = new ArrayList<>(base.size());
        for (int i = 0; i < base.size(); i++) {
            double[] back = base.get(Math.max(0, i - 1));
            double[] ahead = base.get(Math.min(base.size() - 1, i + 1));
            double length = Math.max(1e-9, distance(back, ahead));
            double normalX = -(ahead[1] - back[1]) / length;
            double normalY = (ahead[0] - back[0]) / length;
            double[] point = base.get(i);
            result.add(
                    new double[] {point[0] + normalX * offsets[i] * height, point[1] + normalY * offsets[i] * height});
        }
        return result;
    }

    /** Cubic Hermite with Catmull–Rom tangents, shortened so that the line never swings wide of a sharp corner. */
    private static List<double[]> spline(double[] before, double[] from, double[] to, double[] after, int points) {
        double straight = distance(from, to);
        double[] tangentFrom = tangent(before, to, straight);
        double[] tangentTo = tangent(from, after, straight);
        List<double[]> line = new ArrayList<>(points + 1);
        for (int i = 0; i <= points; i++) {
            double t = (double) i / points;
            double t2 = t * t;
            double t3 = t2 * t;
            double[] point = new double[2];
            for (int axis = 0; axis < 2; axis++) {
                point[axis] = (2 * t3 - 3 * t2 + 1) * from[axis]
                        + (t3 - 2 * t2 + t) * tangentFrom[axis]
                        + (3 * t2 - 2 * t3) * to[axis]
                        + (t3 - t2) * tangentTo[axis];
            }
            line.add(point);
        }
        return line;
    }

    private static double[] tangent(double[] back, double[] ahead, double straight) {
        double length = Math.max(1e-9, distance(back, ahead));
        double scale = Math.min(straight, length / 2) * 0.8 / length;
        return new double[] {(ahead[0] - back[0]) * scale, (ahead[1] - back[1]) * scale};
    }

    private static double length(List<double[]> line) {
        double sum = 0;
        for (int i = 1; i < line.size(); i++) {
            sum += distance(line.get(i - 1), line.get(i));
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
