package ro.caravana.documents.pdf;

import static ro.caravana.documents.pdf.MapView.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import ro.caravana.documents.model.RouteLeg;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.model.Stop;
import ro.caravana.geo.Position;

/** The day's road as SVG: UAT limits, the way out and back, numbered stops. Not thread-safe; one per picture. */
final class MapSketch {
    private static final double WIDTH = 744;
    private static final double HEIGHT = 296;
    private static final double STOP_RADIUS = 10;
    /** Not 12: the picture library draws letters of exactly that size a twelfth as big. */
    private static final double STOP_NAME = 11.5;

    private static final double BASE_NAME = 10.5;
    private static final double OUTLINE_NAME = 9;

    private static final int[] SCALE_STEPS_KM = {50, 20, 10, 5, 2, 1};

    private final RouteSheet sheet;
    private final MapView view;
    private final MapLabels labels = new MapLabels(WIDTH, HEIGHT);
    private final StringBuilder svg = new StringBuilder();

    private MapSketch(RouteSheet sheet) {
        this.sheet = sheet;
        List<Position> shown = new ArrayList<>(sheet.back().path());
        shown.add(sheet.base());
        sheet.legs().forEach(leg -> shown.addAll(leg.path()));
        sheet.day().stops().forEach(stop -> shown.add(stop.position()));
        this.view = new MapView(WIDTH, HEIGHT, shown);
    }

    /** @param description read to those who cannot see the picture */
    static String draw(RouteSheet sheet, String description) {
        var sketch = new MapSketch(sheet);
        sketch.open(description);
        sketch.outlines();
        sketch.road();
        sketch.marks();
        sketch.scale();
        sketch.outlineNames();
        sketch.svg.append("</g></svg>");
        return sketch.svg.toString();
    }

    private void open(String description) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(WIDTH) + " " + number(HEIGHT)
                + "\" width=\"" + number(WIDTH) + "\" height=\"" + number(HEIGHT)
                + "\" font-family=\"Liberation Sans\">");
        svg.append("<title>").append(Svg.escape(description)).append("</title>");
        svg.append("<clipPath id=\"frame\"><rect width=\"100%\" height=\"100%\"/></clipPath>");
        svg.append("<g clip-path=\"url(#frame)\">");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#f1f0ec\"/>");
    }

    private void outlines() {
        for (RouteSheet.NamedOutline outline : shownOutlines()) {
            svg.append("<path fill-rule=\"evenodd\" stroke=\"#b4bec6\" stroke-width=\"0.9\" fill=\"")
                    .append(outline.visited() ? "#fdebdc" : "#ffffff")
                    .append("\" d=\"");
            rings(outline.outline()).forEach(ring -> svg.append(view.path(ring)).append('Z'));
            svg.append("\"/>");
        }
    }

    private List<RouteSheet.NamedOutline> shownOutlines() {
        return sheet.boundaries().stream()
                .filter(outline -> outline.outline().getEnvelopeInternal().intersects(view.covered()))
                .toList();
    }

    private static List<Coordinate[]> rings(Geometry geometry) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (geometry.getGeometryN(i) instanceof Polygon polygon) {
                rings.add(polygon.getExteriorRing().getCoordinates());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(polygon.getInteriorRingN(hole).getCoordinates());
                }
            }
        }
        return rings;
    }

    /** All casings first, then all roads, so that a crossing looks like one. */
    private void road() {
        List<RouteLeg> legs = new ArrayList<>(sheet.legs());
        legs.add(sheet.back());
        legs.forEach(leg -> line(leg, "#ffffff", 5.4, ""));
        line(sheet.back(), "#7c8794", 2.6, sheet.back().estimated() ? " stroke-dasharray=\"2 6\"" : "");
        sheet.legs().forEach(leg -> line(leg, "#c2570c", 2.8, leg.estimated() ? " stroke-dasharray=\"2 6\"" : ""));
        sheet.legs().forEach(this::arrow);
        legs.forEach(this::keepNamesOff);
    }

    /** Every few units along the road, whatever its corners. */
    private void keepNamesOff(RouteLeg leg) {
        for (int i = 1; i < leg.path().size(); i++) {
            double x = view.x(leg.path().get(i - 1).lon());
            double y = view.y(leg.path().get(i - 1).lat());
            double dx = view.x(leg.path().get(i).lon()) - x;
            double dy = view.y(leg.path().get(i).lat()) - y;
            int steps = 1 + (int) (Math.hypot(dx, dy) / 4);
            for (int step = 0; step <= steps; step++) {
                labels.avoid(x + dx * step / steps, y + dy * step / steps);
            }
        }
    }

    private void line(RouteLeg leg, String colour, double width, String dashes) {
        svg.append("<path fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\" stroke=\"" + colour
                + "\" stroke-width=\"" + number(width) + "\"" + dashes + " d=\"" + view.path(leg.path()) + "\"/>");
    }

    /** Half way, pointing along the road; a leg too short to see gets none. */
    private void arrow(RouteLeg leg) {
        int middle = leg.path().size() / 2;
        if (middle == 0) {
            return;
        }
        Position from = leg.path().get(middle - 1);
        Position to = leg.path().get(middle);
        double dx = view.x(to.lon()) - view.x(from.lon());
        double dy = view.y(to.lat()) - view.y(from.lat());
        if (lengthOf(leg) < 40 || Math.hypot(dx, dy) < 0.1) {
            return;
        }
        svg.append(
                "<path fill=\"#c2570c\" stroke=\"#ffffff\" stroke-width=\"0.8\" d=\"M7 0L-5 5.5L-2.5 0L-5 -5.5Z\" transform=\"translate("
                        + number((view.x(from.lon()) + view.x(to.lon())) / 2) + " "
                        + number((view.y(from.lat()) + view.y(to.lat())) / 2) + ") rotate("
                        + number(Math.toDegrees(Math.atan2(dy, dx))) + ")\"/>");
    }

    private double lengthOf(RouteLeg leg) {
        Position first = leg.path().get(0);
        Position last = leg.path().get(leg.path().size() - 1);
        return Math.hypot(view.x(last.lon()) - view.x(first.lon()), view.y(last.lat()) - view.y(first.lat()));
    }

    private void marks() {
        double baseX = view.x(sheet.base().lon());
        double baseY = view.y(sheet.base().lat());
        labels.block(baseX, baseY, 8);
        List<double[]> at = stopMarks();
        at.forEach(mark -> labels.block(mark[0], mark[1], STOP_RADIUS));
        svg.append(
                "<rect x=\"" + number(baseX - 7.5) + "\" y=\"" + number(baseY - 7.5)
                        + "\" width=\"15\" height=\"15\" rx=\"2.5\" fill=\"#14555f\" stroke=\"#ffffff\" stroke-width=\"1.6\"/>");
        name(labels.beside(baseX, baseY, 12, sheet.baseName(), BASE_NAME), sheet.baseName(), BASE_NAME, "#14555f");
        List<String> named = new ArrayList<>();
        for (int i = 0; i < at.size(); i++) {
            mark(at.get(i), i + 1);
            String locality = sheet.day().stops().get(i).locality();
            if (!named.contains(locality)) {
                named.add(locality);
                name(
                        labels.beside(at.get(i)[0], at.get(i)[1], STOP_RADIUS + 4, locality, STOP_NAME),
                        locality,
                        STOP_NAME,
                        "#1d2433");
            }
        }
    }

    /** Stops at one place stand side by side. */
    private List<double[]> stopMarks() {
        Map<Position, Integer> before = new HashMap<>();
        List<double[]> marks = new ArrayList<>();
        for (Stop stop : sheet.day().stops()) {
            int beside = before.merge(stop.position(), 1, Integer::sum) - 1;
            marks.add(new double[] {
                view.x(stop.position().lon()) + beside * (2 * STOP_RADIUS + 1),
                view.y(stop.position().lat())
            });
        }
        return marks;
    }

    private void mark(double[] at, int number) {
        svg.append("<circle cx=\"" + number(at[0]) + "\" cy=\"" + number(at[1]) + "\" r=\"" + number(STOP_RADIUS)
                + "\" fill=\"#c2570c\" stroke=\"#ffffff\" stroke-width=\"1.6\"/>");
        svg.append("<text x=\"" + number(at[0]) + "\" y=\"" + number(at[1] + 4.2)
                + "\" font-size=\"12.5\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#ffffff\">" + number
                + "</text>");
    }

    /** Inside the part that shows; where the road runs through the middle, a little above or below it. */
    private void outlineNames() {
        Geometry picture = new GeometryFactory().toGeometry(view.covered());
        for (RouteSheet.NamedOutline outline : shownOutlines()) {
            Geometry part = OverlayNGRobust.overlay(outline.outline(), picture, OverlayNG.INTERSECTION);
            double room = view.x(part.getEnvelopeInternal().getMaxX())
                    - view.x(part.getEnvelopeInternal().getMinX());
            if (part.isEmpty() || room < MapLabels.width(outline.name(), OUTLINE_NAME)) {
                continue;
            }
            Point inside = part.getInteriorPoint();
            Stream.of(0, -14, 14, -28, 28)
                    .map(up -> labels.centred(
                            view.x(inside.getX()), view.y(inside.getY()) + up, outline.name(), OUTLINE_NAME))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(free -> svg.append("<text x=\"" + number(free.x()) + "\" y=\"" + number(free.y())
                            + "\" font-size=\"" + number(OUTLINE_NAME) + "\" fill=\"#7b8496\">"
                            + Svg.escape(outline.name()) + "</text>"));
        }
    }

    /** A name in a white halo: stroked first, since Batik knows no paint-order. */
    private void name(Optional<MapLabels.Spot> spot, String name, double size, String colour) {
        spot.ifPresent(free -> {
            String start = "<text x=\"" + number(free.x()) + "\" y=\"" + number(free.y()) + "\" font-size=\""
                    + number(size) + "\" font-weight=\"700\"";
            String end = ">" + Svg.escape(name) + "</text>";
            svg.append(start + " fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"3.2\" stroke-linejoin=\"round\""
                    + end);
            svg.append(start + " fill=\"" + colour + "\"" + end);
        });
    }

    private void scale() {
        int kilometres = 1;
        for (int step : SCALE_STEPS_KM) {
            kilometres = step;
            if (step * 1000 * view.unitsPerMetre() <= WIDTH / 5) {
                break;
            }
        }
        double length = kilometres * 1000 * view.unitsPerMetre();
        double y = HEIGHT - 12;
        for (double x = 12; x <= 40 + length; x += 8) {
            labels.block(x, y, 9);
        }
        svg.append("<path fill=\"none\" stroke=\"#1d2433\" stroke-width=\"1.4\" d=\"M12 " + number(y - 4) + "V"
                + number(y) + "H" + number(12 + length) + "V" + number(y - 4) + "\"/>");
        svg.append("<text x=\"" + number(18 + length) + "\" y=\"" + number(y) + "\" font-size=\"10\" fill=\"#1d2433\">"
                + kilometres + " km</text>");
    }
}
