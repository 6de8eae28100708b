package ro.caravana.statistics.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A band of ages in completed years, both ends included.
 *
 * @param from first age, 0 to {@value #OLDEST}; −1 where the age is unknown
 * @param to last age; {@value #OLDEST} for an open band such as "85+"
 */
public record AgeBand(int from, int to) {
    public static final int OLDEST = 120;
    public static final AgeBand UNKNOWN = new AgeBand(-1, -1);

    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*(?:-|–|_|la)\\s*(\\d{1,3})(?:\\s*ani)?");
    private static final Pattern OPEN =
            Pattern.compile("(\\d{1,3})\\s*(?:\\+|p|de ani si peste|ani si peste|si peste)");
    private static final Pattern SINGLE = Pattern.compile("(\\d{1,3})(?:\\s*ani)?");

    /** Reads "18-34", "85+", "14", "65 ani si peste"; expects lower case without diacritics. */
    static Optional<AgeBand> parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return of(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        Matcher open = OPEN.matcher(text);
        if (open.matches()) {
            return of(Integer.parseInt(open.group(1)), OLDEST);
        }
        Matcher single = SINGLE.matcher(text);
        return single.matches()
                ? of(Integer.parseInt(single.group(1)), Integer.parseInt(single.group(1)))
                : Optional.empty();
    }

    private static Optional<AgeBand> of(int from, int to) {
        return from <= to && to <= OLDEST ? Optional.of(new AgeBand(from, to)) : Optional.empty();
    }

    /** The stored form: "18-34", "85+", empty where unknown. */
    public String code() {
        if (from < 0) {
            return "";
        }
        return to == OLDEST ? from + "+" : from + "-" + to;
    }
}
