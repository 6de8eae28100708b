package ro.caravana.travel.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import ro.caravana.travel.network.Network.Node;
import ro.caravana.travel.network.Network.Way;

/** Where a new stretch would cross roads that are there. Motorways do not count: they have bridges. */
final class Crossings {
    private static final int BEND_VARIANTS = 12;

    /** Most roads are nowhere near a new stretch; this says so quickly. */
    private record Box(double minX, double minY, double maxX, double maxY) {
        static Box around(List<double[]> line) {
            double[] box = {1e12, 1e12, -1e12, -1e12};
            for (double[] point : line) {
                box[0] = Math.min(box[0], point[0]);
                box[1] = Math.min(box[1], point[1]);
                box[2] = Math.max(box[2], point[0]);
                box[3] = Math.max(box[3], point[1]);
            }
            return new Box(box[0], box[1], box[2], box[3]);
        }

        boolean mayTouch(Node a, Node b) {
            return Math.max(a.x(), b.x()) >= minX
                    && Math.min(a.x(), b.x()) <= maxX
                    && Math.max(a.y(), b.y()) >= minY
                    && Math.min(a.y(), b.y()) <= maxY;
        }
    }

    private final Network network;

    Crossings(Network network) {
        this.network = network;
    }

    /** The target, or, if the straight way to it crosses a road, that road's node nearest to the first crossing. */
    Node firstOnTheWay(double[] from, Node target) {
        double nearest = 1;
        Node result = target;
        for (Way way : network.ways()) {
            if (way.roadClass().isMotorway()) {
                continue;
            }
            for (int i = 1; i < way.nodes().size(); i++) {
                Node a = way.nodes().get(i - 1);
                Node b = way.nodes().get(i);
                if (a == target || b == target) {
                    continue;
                }
                double at = crossing(from[0], from[1], target.x(), target.y(), a, b);
                if (at < nearest) {
                    nearest = at;
                    result = a.squaredMetresTo(from[0], from[1]) < b.squaredMetresTo(from[0], from[1]) ? a : b;
                }
            }
        }
        return result;
    }

    /**
     * Whether a bent stretch crosses a road. Roads may meet where it ends.
     *
     * @param line the whole stretch, ends included
     * @param ends the nodes it joins, so far as they exist
     */
    private boolean crosses(List<double[]> line, Node... ends) {
        List<Node> meeting = List.of(ends);
        Box box = Box.around(line);
        for (Way way : network.ways()) {
            for (int i = 1; i < way.nodes().size() && !way.roadClass().isMotorway(); i++) {
                Node a = way.nodes().get(i - 1);
                Node b = way.nodes().get(i);
                if (box.mayTouch(a, b) && !meeting.contains(a) && !meeting.contains(b) && crossesAny(line, a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Draws a stretch that belongs to no longer road. */
    List<Node> drawLane(Node from, Node to, RoadClass roadClass, long seed) {
        double[] start = {from.x(), from.y()};
        double[] end = {to.x(), to.y()};
        Curve curve = new Curve(roadClass);
        List<Node> nodes = new ArrayList<>();
        nodes.add(from);
        firstWithout(variant -> curve.between(start, start, end, end, seed * 64 + variant), start, end, from, to)
                .forEach(bend -> nodes.add(network.addBend(bend[0], bend[1])));
        nodes.add(to);
        network.addWay(new Way("", roadClass, List.copyOf(nodes)));
        return nodes;
    }

    /** The first of some drawings of a stretch that crosses no road; straight where every one does. */
    List<double[]> firstWithout(IntFunction<List<double[]>> drawing, double[] from, double[] to, Node... ends) {
        for (int variant = 0; variant < BEND_VARIANTS; variant++) {
            List<double[]> bends = drawing.apply(variant);
            List<double[]> line = new ArrayList<>();
            line.add(from);
            line.addAll(bends);
            line.add(to);
            if (!crosses(line, ends)) {
                return bends;
            }
        }
        return List.of();
    }

    private static boolean crossesAny(List<double[]> line, Node a, Node b) {
        for (int i = 1; i < line.size(); i++) {
            double[] p = line.get(i - 1);
            double[] q = line.get(i);
            if (crossing(p[0], p[1], q[0], q[1], a, b) < 1) {
                return true;
            }
        }
        return false;
    }

    /** How far along from p to q the segment a–b is crossed, 0 to 1; 2 where it is not. */
    private static double crossing(double px, double py, double qx, double qy, Node a, Node b) {
        double rx = qx - px;
        double ry = qy - py;
        double sx = b.x() - a.x();
        double sy = b.y() - a.y();
        double cross = rx * sy - ry * sx;
        if (Math.abs(cross) < 1e-9) {
            return 2;
        }
        double t = ((a.x() - px) * sy - (a.y() - py) * sx) / cross;
        double u = ((a.x() - px) * ry - (a.y() - py) * rx) / cross;
        return t > 1e-9 && t < 1 && u >= 0 && u <= 1 ? t : 2;
    }
}
