package ro.caravana.planning.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanProblem;
import ro.caravana.planning.cli.MadeUpCounty.Spot;

/**
 * Benchmark instances over the country's real places, with made-up needs: its 42 counties, and the county of Cluj with one to three
 * stations, over all its places or one per UAT. Made when they are solved, always the same.
 */
public final class Country {
    /** The instances that {@code ./run benchmark country} solves. */
    public static final String ALL = "country";

    /** Those of {@code ./run benchmark cluj}. */
    public static final String CLUJ = "cluj";

    private static final String CLUJ_CODE = "CJ";
    private static final int WEEKS = 52;
    private static final int MOST_STATIONS = 3;
    private static final long SEED = 2027;

    private final Map<String, List<Spot>> spots = new TreeMap<>();

    /** @param table with the columns county, uat, lat, lon and persons */
    public Country(Path table) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                spots.computeIfAbsent(row.getField("county"), county -> new ArrayList<>())
                        .add(new Spot(
                                row.getField("uat"),
                                Double.parseDouble(row.getField("lat")),
                                Double.parseDouble(row.getField("lon")),
                                Integer.parseInt(row.getField("persons"))));
            }
        } catch (IOException | RuntimeException failure) {
            throw new PlanProblem.UnreadableFile("The country's table of places cannot be read.");
        }
    }

    /**
     * One instance.
     *
     * @param instance made anew each time it is asked for
     */
    public record Named(String name, Supplier<PlanInstance> instance) {}

    /** Empty where the word names no set of instances. */
    public Optional<List<Named>> find(String set) {
        return switch (set) {
            case ALL -> Optional.of(spots.keySet().stream().map(this::county).toList());
            case CLUJ -> Optional.of(cluj());
            default -> Optional.empty();
        };
    }

    /** Whether the word names a set of instances. */
    public static boolean isSet(String word) {
        return word.equals(ALL) || word.equals(CLUJ);
    }

    private Named county(String code) {
        List<Spot> places = spots.getOrDefault(code, List.of());
        return new Named("county-" + code.toLowerCase(Locale.ROOT), () -> MadeUpCounty.of(places, 1, WEEKS, SEED));
    }

    private List<Named> cluj() {
        List<Spot> places = spots.getOrDefault(CLUJ_CODE, List.of());
        List<Spot> seats = onePerUat(places);
        List<Named> all = new ArrayList<>();
        for (List<Spot> some : List.of(places, seats)) {
            for (int count = 1; count <= MOST_STATIONS; count++) {
                int stations = count;
                all.add(new Named(
                        "cluj-" + some.size() + "-" + stations, () -> MadeUpCounty.of(some, stations, WEEKS, SEED)));
            }
        }
        return all;
    }

    /** The largest place of each UAT, where all its persons come to. */
    private static List<Spot> onePerUat(List<Spot> places) {
        Map<String, Spot> largest = new TreeMap<>();
        Map<String, Integer> persons = new TreeMap<>();
        for (Spot spot : places) {
            largest.merge(spot.uat(), spot, (one, other) -> one.persons() >= other.persons() ? one : other);
            persons.merge(spot.uat(), spot.persons(), Integer::sum);
        }
        return largest.values().stream()
                .map(spot -> new Spot(spot.uat(), spot.lat(), spot.lon(), persons.getOrDefault(spot.uat(), 0)))
                .toList();
    }
}
