package ro.caravana.geo;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Between longitude/latitude (WGS84, x = longitude) and a plane in metres (x = easting). Thread-safe.
 *
 * <p>H2GIS and PostGIS transform too, but H2GIS is 38 m off in EPSG:3844; coordinates are transformed here and nowhere else.
 */
public final class Projection {
    /** SRID of longitude/latitude geometry, as kept everywhere outside this class. */
    public static final int WGS84 = 4326;
    /** Romania's national grid (Pulkovo 1942(58) / Stereo70). */
    public static final int STEREO70 = 3844;
    /** The same grid on its older datum, still found in files. */
    public static final int STEREO70_OLD = 31700;

    /** Where longitude/latitude can lie. */
    public static final Envelope DEGREES = new Envelope(-180, 180, -90, 90);

    private static final int UNREGISTERED = 0;

    private static final Pattern STEREO70_CENTRE = Pattern.compile(
            "\"central_meridian\"\\s*,\\s*25(?:\\.0*)?\\s*\\]|\"longitude_of_center\"\\s*,\\s*25(?:\\.0*)?\\s*\\]");

    private static final Map<Integer, Projection> KNOWN = new ConcurrentHashMap<>();

    /**
     * Both grids written out, with the datum shifts of the EPSG register, because opening the register
     * takes seconds: it is a database that unpacks itself. {@code ProjectionTests} compares the two.
     */
    private static final String STEREO70_WKT =
            stereo70Wkt("Pulkovo 1942(58)", "33.4,-146.6,-76.3,-0.359,-0.053,0.844,-0.84");

    private static final String STEREO70_OLD_WKT = stereo70Wkt("Dealul Piscului 1970", "28,-121,-77,0,0,0,0");

    private final int epsg;
    private final MathTransform toPlane;
    private final MathTransform toLonLat;

    private Projection(int epsg, CoordinateReferenceSystem plane) throws FactoryException {
        this.epsg = epsg;
        toPlane = CRS.findMathTransform(DefaultGeographicCRS.WGS84, plane, true);
        toLonLat = CRS.findMathTransform(plane, DefaultGeographicCRS.WGS84, true);
    }

    private static String stereo70Wkt(String datum, String toWgs84) {
        return """
                PROJCS["Stereo70", GEOGCS["%1$s", DATUM["%1$s", SPHEROID["Krassowsky 1940", 6378245.0, 298.3], TOWGS84[%2$s]],
                  PRIMEM["Greenwich", 0.0], UNIT["degree", 0.017453292519943295],
                  AXIS["Geodetic longitude", EAST], AXIS["Geodetic latitude", NORTH]],
                  PROJECTION["Oblique_Stereographic"], PARAMETER["central_meridian", 25.0], PARAMETER["latitude_of_origin", 46.0],
                  PARAMETER["scale_factor", 0.99975], PARAMETER["false_easting", 500000.0], PARAMETER["false_northing", 500000.0],
                  UNIT["m", 1.0], AXIS["Easting", EAST], AXIS["Northing", NORTH]]
                """.formatted(datum, toWgs84);
    }

    /** Romania's national grid, in which lengths and areas are measured. */
    public static Projection stereo70() {
        return of(STEREO70);
    }

    /**
     * @param epsg code of any reference system in the EPSG register; geometry has its x to the east
     * @throws IllegalArgumentException for a code that the register does not hold
     */
    public static Projection of(int epsg) {
        return KNOWN.computeIfAbsent(epsg, Projection::load);
    }

    /**
     * @param wkt a reference system in well-known text, as .prj files hold it; Stereo70 is known by its projection, because such files
     *     usually lack its datum shift
     * @throws GeoProblem.ReferenceSystemUnknown for text that names none
     */
    public static Projection ofWkt(String wkt) {
        try {
            CoordinateReferenceSystem system = CRS.parseWKT(wkt);
            if (isStereo70(wkt)) {
                return of(wkt.toLowerCase(Locale.ROOT).contains("piscului") ? STEREO70_OLD : STEREO70);
            }
            boolean wgs84 = system instanceof GeographicCRS
                    && wkt.toUpperCase(Locale.ROOT).contains("WGS");
            return wgs84 ? of(WGS84) : new Projection(UNREGISTERED, system);
        } catch (FactoryException unknown) {
            throw new GeoProblem.ReferenceSystemUnknown(
                    "The reference system beside the layer (.prj) cannot be read; export as WGS84 or Stereo70 (EPSG:3844).");
        }
    }

    private static boolean isStereo70(String wkt) {
        String text = wkt.toLowerCase(Locale.ROOT);
        return text.contains("stereographic") && STEREO70_CENTRE.matcher(text).find() && text.contains("0.99975");
    }

    /** The system's name, for people. */
    public String name() {
        return switch (epsg) {
            case WGS84 -> "WGS84 (EPSG:4326)";
            case STEREO70 -> "Stereo70 (EPSG:3844)";
            case STEREO70_OLD -> "Stereo70 (EPSG:31700)";
            case UNREGISTERED -> "the system beside the layer (.prj)";
            default -> "EPSG:" + epsg;
        };
    }

    private static Projection load(int epsg) {
        try {
            return new Projection(epsg, referenceSystem(epsg));
        } catch (FactoryException unknown) {
            throw new IllegalArgumentException("no reference system EPSG:" + epsg, unknown);
        }
    }

    private static CoordinateReferenceSystem referenceSystem(int epsg) throws FactoryException {
        return switch (epsg) {
            case WGS84 -> DefaultGeographicCRS.WGS84;
            case STEREO70 -> CRS.parseWKT(STEREO70_WKT);
            case STEREO70_OLD -> CRS.parseWKT(STEREO70_OLD_WKT);
            default -> CRS.decode("EPSG:" + epsg, true);
        };
    }

    public int epsg() {
        return epsg;
    }

    /** A copy in metres (or the plane's own unit). */
    public Geometry toPlane(Geometry lonLat) {
        return transform(lonLat, toPlane, epsg);
    }

    /** A copy in longitude/latitude. */
    public Geometry toLonLat(Geometry plane) {
        return transform(plane, toLonLat, WGS84);
    }

    private static Geometry transform(Geometry geometry, MathTransform by, int srid) {
        try {
            Geometry moved = JTS.transform(geometry, by);
            moved.setSRID(srid);
            return moved;
        } catch (TransformException outside) {
            throw new IllegalArgumentException("geometry lies outside the reference system's area", outside);
        }
    }
}
