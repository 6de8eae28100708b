package ro.caravana.territory.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ro.caravana.geo.Position;

/**
 * One row of a table.
 *
 * @param number line in the file, the header being line 1
 * @param values by lower-case column name, stripped, in the file's order
 */
public record Row(long number, Map<String, String> values) {
    /** Romania with some room around it: a position outside is a slip, usually latitude and longitude swapped. */
    private static final double SOUTH = 43.4, NORTH = 48.4, WEST = 20.0, EAST = 30.0;

    private static final List<String> YES = List.of("yes", "da", "true", "1", "y", "d", "x");

    /** The text of a cell, empty where the row or the table has no such column. */
    public String textOrEmpty(String column) {
        return values.getOrDefault(column, "");
    }

    /** @throws BadCell where the cell is empty */
    public String text(String column) {
        String text = textOrEmpty(column);
        if (text.isEmpty()) {
            throw bad(column, "is empty; it must hold a value");
        }
        return text;
    }

    /** @throws BadCell where the cell is empty, longer than there is room for, or cannot be printed */
    public String text(String column, int longest) {
        text(column);
        return textOrEmpty(column, longest);
    }

    /** @throws BadCell where the cell is longer than there is room for, or cannot be printed */
    public String textOrEmpty(String column, int longest) {
        String text = textOrEmpty(column);
        if (text.length() > longest) {
            throw bad(column, "is longer than " + longest + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw bad(column, "must be one line of printable characters");
        }
        return text;
    }

    /** @throws BadCell where the cell is no code of the nomenclature, whose codes have one to six digits */
    public int siruta(String column) {
        int code = count(column);
        if (code < 1 || code > 999_999) {
            throw bad(column, "must be a SIRUTA code of one to six digits");
        }
        return code;
    }

    /** @throws BadCell where the cell is not a whole number of at least 0 */
    public int count(String column) {
        text(column);
        return findCount(column).orElseThrow();
    }

    /** Empty for an empty cell. */
    public OptionalInt findCount(String column) {
        String text = textOrEmpty(column);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= 0) {
                return OptionalInt.of(value);
            }
        } catch (NumberFormatException notWhole) {
            // falls through to the same refusal as a negative number
        }
        throw bad(column, "must be a whole number from 0 to 2147483647");
    }

    /** The position in {@code lat} and {@code lon}. */
    public Position position() {
        text("lat");
        text("lon");
        return findPosition().orElseThrow();
    }

    /** Empty where both {@code lat} and {@code lon} are empty. */
    public Optional<Position> findPosition() {
        if (textOrEmpty("lat").isEmpty() && textOrEmpty("lon").isEmpty()) {
            return Optional.empty();
        }
        double lat = degrees("lat");
        double lon = degrees("lon");
        if (lat < SOUTH || lat > NORTH) {
            throw bad(
                    "lat",
                    "lies outside Romania; give WGS84 decimal degrees and check that lat and lon are not swapped");
        }
        if (lon < WEST || lon > EAST) {
            throw bad(
                    "lon",
                    "lies outside Romania; give WGS84 decimal degrees and check that lat and lon are not swapped");
        }
        return Optional.of(new Position(lat, lon));
    }

    private double degrees(String column) {
        try {
            double value = Double.parseDouble(text(column).replace(',', '.'));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, as is an infinite number
        }
        throw bad(column, "must be decimal degrees such as 46.7712");
    }

    /** Whether the cell says yes, in Romanian or English. */
    public boolean yes(String column) {
        return YES.contains(textOrEmpty(column).toLowerCase(java.util.Locale.ROOT));
    }

    public BadCell bad(String column, String reason) {
        return new BadCell(number, column, textOrEmpty(column), reason);
    }
}
