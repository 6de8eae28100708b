package ro.caravana.layers.ogc;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import ro.caravana.layers.LayerProblem;

/** {@code bbox=west,south,east,north}, or with heights {@code west,south,low,east,north,high}; WGS84 longitude/latitude. */
final class BboxParameter {
    private BboxParameter() {}

    /** One box, or two where it spans the 180° meridian (west greater than east). Heights are read and not used. */
    static List<Envelope> parse(String text) {
        double[] numbers = numbers(text);
        int upper = numbers.length / 2;
        double west = numbers[0];
        double south = numbers[1];
        double east = numbers[upper];
        double north = numbers[upper + 1];
        if (south > north) {
            throw bad("The second number, south, must not exceed north.");
        }
        if (Math.abs(south) > 90 || Math.abs(north) > 90 || Math.abs(west) > 180 || Math.abs(east) > 180) {
            throw bad("Longitudes lie in -180..180, latitudes in -90..90.");
        }
        if (west <= east) {
            return List.of(new Envelope(west, east, south, north));
        }
        return List.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
    }

    private static double[] numbers(String text) {
        try {
            double[] numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if ((numbers.length == 4 || numbers.length == 6)
                    && Arrays.stream(numbers).allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, as any other wrong form
        }
        throw bad("A box is four numbers (west,south,east,north) or six (with heights), separated by commas.");
    }

    private static LayerProblem bad(String detail) {
        return new LayerProblem.BadParameter("bbox", detail);
    }
}
