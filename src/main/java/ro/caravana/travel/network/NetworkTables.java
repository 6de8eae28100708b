package ro.caravana.travel.network;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import ro.caravana.travel.TravelProblem;

/** The tables a network is written from. Every mistake is named with its table and line. */
final class NetworkTables {
    static final String JUNCTION_MARK = "×";
    private static final int COMMUNE_SEAT = 22;
    private static final int TOWN_SEAT = 17;
    private static final int MUNICIPALITY_SEAT = 9;

    private final Map<String, RoadClass> classes = new LinkedHashMap<>();
    private final Map<String, Place> junctions = new LinkedHashMap<>();
    private final List<Place> localities = new ArrayList<>();
    private final Map<String, List<Place>> localitiesByName = new HashMap<>();
    private final Set<String> mountainUats = new HashSet<>();
    private final List<Road> roads = new ArrayList<>();

    /**
     * @param networkFolder holds classes, terrain, junctions and roads
     * @param countyFolder holds uats and localities
     */
    static NetworkTables read(Path networkFolder, Path countyFolder) {
        NetworkTables tables = new NetworkTables();
        Map<String, String> uatNames = new HashMap<>();
        each(countyFolder.resolve("uats.csv"), row -> uatNames.put(row.getField("siruta"), row.getField("name")));
        each(countyFolder.resolve("localities.csv"), row -> tables.addLocality(row, uatNames));
        each(networkFolder.resolve("classes.csv"), tables::addClass);
        each(networkFolder.resolve("terrain.csv"), row -> tables.mountainUats.add(row.getField("uat")));
        each(networkFolder.resolve("junctions.csv"), tables::addJunction);
        Path roadTable = networkFolder.resolve("roads.csv");
        each(roadTable, tables::addRoad);
        return tables;
    }

    List<Place> localities() {
        return localities;
    }

    List<Road> roads() {
        return roads;
    }

    boolean isMountain(Place locality) {
        return mountainUats.contains(locality.uat());
    }

    /** The class of a link that no table names. */
    RoadClass linkClass(Place locality) {
        return isMountain(locality) ? getClass("lane-mountain") : getClass(locality.seat() ? "communal" : "lane");
    }

    RoadClass fieldRoadClass() {
        return getClass("lane");
    }

    private RoadClass getClass(String name) {
        RoadClass found = classes.get(name);
        if (found == null) {
            throw new TravelProblem.NetworkTableWrong("classes.csv", 1, "the class " + name + " is missing.");
        }
        return found;
    }

    private void addLocality(NamedCsvRecord row, Map<String, String> uatNames) {
        int type = Integer.parseInt(row.getField("siruta_type"));
        Place place = new Place(
                row.getField("name"),
                Integer.parseInt(row.getField("siruta")),
                uatNames.getOrDefault(row.getField("uat_siruta"), ""),
                type == COMMUNE_SEAT || type == TOWN_SEAT || type == MUNICIPALITY_SEAT,
                Double.parseDouble(row.getField("lat")),
                Double.parseDouble(row.getField("lon")));
        localities.add(place);
        localitiesByName.computeIfAbsent(place.name(), key -> new ArrayList<>()).add(place);
    }

    private void addClass(NamedCsvRecord row) {
        RoadClass roadClass = new RoadClass(
                row.getField("class"),
                row.getField("highway"),
                Integer.parseInt(row.getField("speed_kmh")),
                Double.parseDouble(row.getField("winding")),
                Double.parseDouble(row.getField("bend_metres")));
        if (roadClass.winding() < 1 || roadClass.winding() > 2 || roadClass.speedKmh() <= 0) {
            throw wrong("classes.csv", row, "winding lies between 1 and 2, the speed above 0.");
        }
        classes.put(roadClass.name(), roadClass);
    }

    private void addJunction(NamedCsvRecord row) {
        Place junction = new Place(
                row.getField("name"),
                0,
                "",
                false,
                Double.parseDouble(row.getField("lat")),
                Double.parseDouble(row.getField("lon")));
        if (junctions.put(junction.name(), junction) != null) {
            throw wrong("junctions.csv", row, "the junction " + junction.name() + " stands twice.");
        }
    }

    private void addRoad(NamedCsvRecord row) {
        List<Place> stops = new ArrayList<>();
        for (String name : row.getField("through").split(">", -1)) {
            stops.add(place(name.strip(), row));
        }
        RoadClass roadClass = classes.get(row.getField("class"));
        if (roadClass == null) {
            throw wrong("roads.csv", row, "there is no class " + row.getField("class") + ".");
        }
        if (stops.size() < 2 || Set.copyOf(stops).size() < stops.size()) {
            throw wrong("roads.csv", row, "a road joins at least two places and passes each once.");
        }
        roads.add(new Road(row.getField("ref"), roadClass, List.copyOf(stops)));
    }

    private Place place(String name, NamedCsvRecord row) {
        if (name.startsWith(JUNCTION_MARK)) {
            Place junction = junctions.get(name.substring(JUNCTION_MARK.length()));
            if (junction == null) {
                throw wrong("roads.csv", row, "there is no junction " + name + ".");
            }
            return junction;
        }
        return findLocality(name)
                .orElseThrow(() -> wrong(
                        "roads.csv",
                        row,
                        "no single locality is called " + name
                                + "; write \"Name (UAT)\" where villages share a name."));
    }

    Optional<Place> findLocality(String name) {
        int bracket = name.indexOf(" (");
        String plain = bracket < 0 ? name : name.substring(0, bracket);
        List<Place> candidates = localitiesByName.getOrDefault(plain, List.of()).stream()
                .filter(place -> bracket < 0 || place.qualifiedName().equals(name))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    static void each(Path table, Consumer<NamedCsvRecord> reader) {
        String name = String.valueOf(table.getFileName());
        long line = 1;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (NamedCsvRecord row : rows) {
                line = row.getStartingLineNumber();
                reader.accept(row);
            }
        } catch (NumberFormatException | NoSuchElementException e) {
            throw new TravelProblem.NetworkTableWrong(name, line, "a field is missing or is no number.");
        } catch (CsvParseException e) {
            throw new TravelProblem.NetworkTableWrong(name, line + 1, "a field is missing or one too many.");
        } catch (IOException | UncheckedIOException e) {
            throw new TravelProblem.NetworkTableWrong(name, line, "the file is missing or cannot be read.");
        }
    }

    private static TravelProblem wrong(String table, NamedCsvRecord row, String what) {
        return new TravelProblem.NetworkTableWrong(table, row.getStartingLineNumber(), what);
    }
}
