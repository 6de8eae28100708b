package ro.caravana.workgroup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ro.caravana.statistics.CaseCategory;

/**
 * What the Measure Plan promises for a year.
 *
 * @param goals by measure; a measure without a goal is missing
 * @param version 0 while nobody has set any
 */
public record Targets(int year, Map<String, Integer> goals, long version) {
    /** Visits held. */
    public static final String VISITS = "VISITS";
    /** UATs with at least one visit held. */
    public static final String UATS = "UATS";
    /** Persons served, at captures and bedsides, whatever their case. */
    public static final String PERSONS = "PERSONS";

    /** In the order in which they are shown; beside the three, persons served by case category. */
    public static final List<String> MEASURES = Stream.concat(
                    Stream.of(VISITS, UATS, PERSONS),
                    Arrays.stream(CaseCategory.values()).map(Enum::name))
            .toList();

    public Targets {
        goals = Map.copyOf(goals);
    }
}
