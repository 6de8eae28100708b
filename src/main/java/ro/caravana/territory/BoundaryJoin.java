package ro.caravana.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import ro.caravana.geo.MapFeature;
import ro.caravana.geo.MapFile;
import ro.caravana.geo.Position;
import ro.caravana.geo.Projection;
import ro.caravana.territory.ImportOutcome.Rejection;
import ro.caravana.territory.PlaceMatch.Matched;

/** Finds out which UAT each polygon of a map file is: by SIRUTA, else by name if the UAT's seat lies in it. */
final class BoundaryJoin {
    static final List<String> CODES = List.of(
            "siruta", "siruta_uat", "uat_siruta", "cod_siruta", "sirutauat", "natcode", "natcod", "nationalcode");
    static final List<String> NAMES =
            List.of("name", "nume", "denumire", "uat", "nume_uat", "uat_name", "natname", "den_uat", "localname");
    private static final List<String> COUNTIES = List.of("county", "judet", "jud", "countymn", "judetul", "den_jud");

    /** A village's published position may lie a little outside its UAT; further away the polygon is somebody else's. */
    private static final double NEAR_METRES = 5_000;

    /** An overlap of two parts of one UAT below this share of the smaller is sloppiness, above it a contradiction. */
    private static final double SLOPPY_SHARE = 0.01;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Territory territory;
    private final PlaceMatcher matcher;
    private final List<Point> villages;
    private final Map<Integer, Geometry> joined = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long ignored;

    private BoundaryJoin(Territory territory) {
        this.territory = territory;
        matcher = new PlaceMatcher(territory);
        villages = territory.listLocalities().stream()
                .map(locality -> metres(locality.position()))
                .toList();
    }

    /**
     * @param byUat in metres, not yet checked
     * @param ignored features of other counties
     */
    record Result(Map<Integer, Geometry> byUat, List<Rejection> rejections, List<String> notes, long ignored) {}

    static Result join(MapFile map, Territory territory) {
        BoundaryJoin join = new BoundaryJoin(territory);
        map.features().forEach(join::add);
        return new Result(join.joined, join.rejections, join.notes, join.ignored);
    }

    private void add(MapFeature feature) {
        if (!(feature.geometry() instanceof Polygonal) || feature.geometry().isEmpty()) {
            if (findUat(feature, GEOMETRIES.createPolygon()).isPresent()) {
                reject(feature, "geometry", "is not a polygon; export the UATs as areas");
            } else {
                ignored++;
            }
            return;
        }
        Geometry shape = Projection.stereo70().toPlane(feature.geometry());
        Optional<Uat> uat = findUat(feature, shape);
        if (uat.isPresent()) {
            addTo(uat.get(), feature, shape);
        } else if (code(feature).isEmpty() && holdsVillage(shape)) {
            reject(feature, "siruta", "is missing, and the name is not that of a UAT of this county");
        } else {
            ignored++;
        }
    }

    private Optional<Uat> findUat(MapFeature feature, Geometry shape) {
        OptionalInt code = code(feature);
        if (code.isPresent()) {
            return territory.findUat(code.getAsInt());
        }
        String county = MapFile.attribute(feature.attributes(), COUNTIES);
        // A county given as a car-plate code cannot be compared with a name; then the seat alone decides.
        PlaceQuery query = new PlaceQuery(
                "", county.length() > 2 ? county : "", MapFile.attribute(feature.attributes(), NAMES), "");
        return matcher.match(query) instanceof Matched match
                ? territory.findUat(match.siruta()).filter(uat -> shape.isEmpty() || isNearSeat(shape, uat))
                : Optional.empty();
    }

    /** Some writers put the country's letters before the code (INSPIRE's national code), others decimals behind it. */
    private static OptionalInt code(MapFeature feature) {
        String code = MapFile.attribute(feature.attributes(), CODES).replaceAll("^[A-Za-z]+|\\.0+$", "");
        return code.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(code)) : OptionalInt.empty();
    }

    private boolean holdsVillage(Geometry shape) {
        return shape.isValid() && villages.stream().anyMatch(shape::contains);
    }

    private static boolean isNearSeat(Geometry shape, Uat uat) {
        return shape.isWithinDistance(metres(uat.position()), NEAR_METRES);
    }

    private void addTo(Uat uat, MapFeature feature, Geometry shape) {
        Geometry sound = MendedRing.sound(shape, uat, notes);
        if (sound.isEmpty()) {
            reject(feature, "geometry", "crosses itself" + MendedRing.where(shape) + "; redraw the ring there");
        } else if (!isNearSeat(sound, uat)) {
            reject(
                    feature,
                    "geometry",
                    "lies over 5 km from the UAT's seat; check the SIRUTA code and the order of the axes");
        } else {
            Geometry before = joined.putIfAbsent(uat.siruta(), sound);
            if (before != null) {
                addPart(uat, feature, before, sound);
            }
        }
    }

    /** The same UAT again: a further part is taken, the same shape twice counts once, a contradiction is refused. */
    private void addPart(Uat uat, MapFeature feature, Geometry before, Geometry part) {
        double overlap = before.intersection(part).getArea();
        double smaller = Math.min(before.getArea(), part.getArea());
        if (before.symDifference(part).getArea() <= SLOPPY_SHARE * smaller) {
            notes.add("UAT " + uat.siruta() + " stands in the file twice with the same shape; it counts once.");
        } else if (overlap <= SLOPPY_SHARE * smaller) {
            joined.put(uat.siruta(), before.union(part));
            notes.add("UAT " + uat.siruta() + " consists of several features; they were joined.");
        } else {
            reject(feature, "siruta", "was used by an earlier feature with another shape; each UAT stands once");
        }
    }

    private void reject(MapFeature feature, String column, String reason) {
        String value = MapFile.attribute(feature.attributes(), CODES);
        rejections.add(new Rejection(feature.number(), column, value, reason, feature.attributes()));
    }

    static Point metres(Position position) {
        return (Point)
                Projection.stereo70().toPlane(GEOMETRIES.createPoint(new Coordinate(position.lon(), position.lat())));
    }
}
