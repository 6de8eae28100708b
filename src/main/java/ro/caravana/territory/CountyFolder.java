package ro.caravana.territory;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ro.caravana.geo.Position;
import ro.caravana.territory.table.BadCell;
import ro.caravana.territory.table.BadTable;
import ro.caravana.territory.table.CsvTable;
import ro.caravana.territory.table.Row;
import ro.caravana.territory.table.Table;

/**
 * Reads a county from a folder of tables. Only {@code uats.csv} and {@code localities.csv} must be there; {@code geodata/README.md}
 * describes all files and columns.
 */
final class CountyFolder {
    private final Path folder;
    private final Properties about = new Properties();

    private CountyFolder(Path folder) {
        this.folder = folder;
    }

    /** @throws TerritoryProblem.CountyFolderUnusable naming file, row, column and how to mend it */
    static CountyData read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new TerritoryProblem.CountyFolderUnusable(
                    "The county folder does not exist; set CARAVANA_COUNTY to a folder that holds uats.csv and localities.csv.");
        }
        try {
            return new CountyFolder(folder).read();
        } catch (BadTable bad) {
            throw new TerritoryProblem.CountyFolderUnusable(bad.detail() + ".");
        }
    }

    private CountyData read() {
        readAbout();
        Map<Integer, Uat> uats = readUats();
        Map<Integer, Locality> localities = readLocalities(uats);
        checkSeats(uats, localities);
        List<Locality> all = List.copyOf(localities.values());
        List<Site> sites = new ArrayList<>();
        sites.add(base(uats, all));
        sites.addAll(DefaultSites.of(all, readVenues(localities)));
        uats.values().forEach(uat -> sites.add(townHall(uat)));
        sites.addAll(readHospitals(all));
        List<Office> offices = readOffices(uats);
        checkServices(uats, offices);
        Territory territory = new Territory(name(), uats.values(), all, sites, offices);
        return new CountyData(territory, CountyBoundaries.read(this, territory), readCalendar(uats));
    }

    private Map<Integer, Uat> readUats() {
        Table table = table("uats.csv").require("siruta", "name", "type", "seat_siruta", "lat", "lon");
        String population = columnBeginning(table, "population");
        Map<Integer, Uat> uats = new TreeMap<>();
        eachRow(table, row -> {
            Uat uat = new Uat(
                    row.siruta("siruta"),
                    row.text("name", TerritoryRows.LONGEST_PLACE_NAME),
                    TerritoryRows.uatType(row),
                    row.count("seat_siruta"),
                    row.position(),
                    row.findCount(population).orElse(0),
                    row.textOrEmpty("town_hall_address", TerritoryRows.LONGEST_ADDRESS),
                    row.textOrEmpty("service", TerritoryRows.LONGEST_ID));
            if (uats.putIfAbsent(uat.siruta(), uat) != null) {
                throw row.bad("siruta", "was used in an earlier row; every SIRUTA code stands once");
            }
        });
        return notEmpty(uats, "uats.csv");
    }

    private Map<Integer, Locality> readLocalities(Map<Integer, Uat> uats) {
        Table table = table("localities.csv").require("siruta", "name", "uat_siruta", "lat", "lon");
        String population = columnBeginning(table, "population");
        Map<Integer, Locality> localities = new TreeMap<>();
        eachRow(table, row -> {
            Locality locality = TerritoryRows.locality(row, population);
            if (!uats.containsKey(locality.uatSiruta())) {
                throw row.bad("uat_siruta", "is not the code of a UAT in uats.csv");
            }
            if (uats.containsKey(locality.siruta())) {
                throw row.bad("siruta", "is the code of a UAT in uats.csv; a locality has its own");
            }
            if (localities.putIfAbsent(locality.siruta(), locality) != null) {
                throw row.bad("siruta", "was used in an earlier row; every SIRUTA code stands once");
            }
        });
        return notEmpty(localities, "localities.csv");
    }

    private static void checkSeats(Map<Integer, Uat> uats, Map<Integer, Locality> localities) {
        for (Uat uat : uats.values()) {
            Locality seat = localities.get(uat.seatSiruta());
            if (seat == null || seat.uatSiruta() != uat.siruta()) {
                throw new TerritoryProblem.CountyFolderUnusable("uats.csv: the seat (column seat_siruta) of UAT "
                        + uat.siruta() + " is not one of its localities in localities.csv.");
            }
        }
    }

    private static void checkServices(Map<Integer, Uat> uats, List<Office> offices) {
        Set<String> known = offices.stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .map(Office::id)
                .collect(Collectors.toSet());
        for (Uat uat : uats.values()) {
            if (!uat.service().isEmpty() && !known.contains(uat.service())) {
                throw new TerritoryProblem.CountyFolderUnusable("uats.csv: column service of UAT " + uat.siruta()
                        + " names no local service of the county; their ids are in services.csv.");
            }
        }
    }

    private List<DefaultSites.Venue> readVenues(Map<Integer, Locality> localities) {
        List<DefaultSites.Venue> venues = new ArrayList<>();
        findTable("venues.csv").ifPresent(table -> {
            boolean saysInside = table.columns().contains("inside_uat");
            eachRow(table.require("locality_siruta", "venue", "lat", "lon"), row -> {
                int locality = row.count("locality_siruta");
                if (!localities.containsKey(locality)) {
                    throw row.bad("locality_siruta", "is not the code of a locality in localities.csv");
                }
                venues.add(new DefaultSites.Venue(
                        locality,
                        row.text("venue", TerritoryRows.LONGEST_NAME),
                        row.position(),
                        row.yes("ramp"),
                        !saysInside || row.yes("inside_uat")));
            });
        });
        return venues;
    }

    private List<Site> readHospitals(List<Locality> localities) {
        List<Site> hospitals = new ArrayList<>();
        findTable("hospitals.csv")
                .ifPresent(table -> eachRow(table.require("name", "lat", "lon"), row -> {
                    Locality nearest = nearest(localities, row.position());
                    hospitals.add(new Site(
                            "h" + (hospitals.size() + 1),
                            Site.Kind.HOSPITAL,
                            nearest.siruta(),
                            nearest.uatSiruta(),
                            DefaultSites.readable(row.text("name", TerritoryRows.LONGEST_NAME)),
                            row.position(),
                            true));
                }));
        return hospitals;
    }

    private List<Office> readOffices(Map<Integer, Uat> uats) {
        List<Office> offices = new ArrayList<>();
        Optional<Table> services = findTable("services.csv");
        if (services.isPresent()) {
            eachRow(
                    services.get().require("id", "name", "uat_siruta"),
                    row -> offices.add(TerritoryRows.localService(row, uats::get)));
        } else {
            uats.values().stream()
                    .filter(uat -> uat.type() != Uat.Type.COMMUNE)
                    .forEach(uat -> offices.add(Offices.localService(uat)));
        }
        uats.values().forEach(uat -> offices.add(Offices.civilStatus(uat)));
        return offices;
    }

    private CountyCalendar readCalendar(Map<Integer, Uat> uats) {
        MarketDayRows markets = new MarketDayRows();
        SchoolTermRows terms = new SchoolTermRows();
        findTable("market-days.csv")
                .ifPresent(table -> eachRow(
                        table.require("uat_siruta").require(MarketDayRows.COLUMNS),
                        row -> markets.add(row, knownUat(row, uats))));
        findTable("school-terms.csv").ifPresent(table -> eachRow(table.require(SchoolTermRows.COLUMNS), terms::add));
        return new CountyCalendar(markets.list(), terms.list());
    }

    private static int knownUat(Row row, Map<Integer, Uat> uats) {
        int uat = row.siruta("uat_siruta");
        if (!uats.containsKey(uat)) {
            throw row.bad("uat_siruta", "is not the code of a UAT in uats.csv");
        }
        return uat;
    }

    private static Site townHall(Uat uat) {
        return new Site(
                "t" + uat.siruta(),
                Site.Kind.TOWN_HALL,
                uat.seatSiruta(),
                uat.siruta(),
                "Primăria " + uat.name(),
                uat.position(),
                false);
    }

    /** The directorate; where the folder does not say, the seat of the UAT with most residents. */
    private Site base(Map<Integer, Uat> uats, List<Locality> localities) {
        Uat biggest = uats.values().stream()
                .max(Comparator.comparingInt(Uat::population))
                .orElseThrow();
        Position position = biggest.position();
        if (about.containsKey("base.lat") || about.containsKey("base.lon")) {
            position = position(aboutRow());
        }
        Locality nearest = nearest(localities, position);
        String name = about.getProperty("base.name", biggest.name());
        return new Site("base", Site.Kind.BASE, nearest.siruta(), nearest.uatSiruta(), name, position, true);
    }

    private Row aboutRow() {
        return new Row(0, Map.of("lat", about.getProperty("base.lat", ""), "lon", about.getProperty("base.lon", "")));
    }

    private static Position position(Row row) {
        try {
            return row.position();
        } catch (BadCell bad) {
            throw new TerritoryProblem.CountyFolderUnusable(
                    "county.properties, base." + bad.column() + ": " + bad.reason() + ".");
        }
    }

    static Locality nearest(List<Locality> localities, Position position) {
        return localities.stream()
                .min(Comparator.comparingDouble(locality -> locality.position().metresTo(position)))
                .orElseThrow();
    }

    private void readAbout() {
        Path file = folder.resolve("county.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                about.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new TerritoryProblem.CountyFolderUnusable(
                        "county.properties cannot be read; save it as UTF-8 with lines such as name=Cluj.");
            }
        }
    }

    /** Else the folder's own name. */
    private String name() {
        String folderName = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return about.getProperty("name", Character.toUpperCase(folderName.charAt(0)) + folderName.substring(1));
    }

    String about(String key, String otherwise) {
        return about.getProperty(key, otherwise);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Optional<Table> findTable(String name) {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Optional.of(table(name)) : Optional.empty();
    }

    private Table table(String name) {
        try {
            return CsvTable.readUtf8(name, Files.readAllBytes(folder.resolve(name)));
        } catch (IOException missing) {
            throw new TerritoryProblem.CountyFolderUnusable(
                    name + " is missing or cannot be read; every county folder holds uats.csv and localities.csv.");
        }
    }

    private static String columnBeginning(Table table, String prefix) {
        return table.columns().stream()
                .filter(column -> column.startsWith(prefix))
                .findFirst()
                .orElse(prefix);
    }

    private static <T> Map<Integer, T> notEmpty(Map<Integer, T> rows, String file) {
        if (rows.isEmpty()) {
            throw new TerritoryProblem.CountyFolderUnusable(file + " has a header but no rows; add at least one.");
        }
        return rows;
    }

    static void eachRow(Table table, java.util.function.Consumer<Row> use) {
        for (Row row : table.rows()) {
            try {
                use.accept(row);
            } catch (BadCell bad) {
                throw new TerritoryProblem.CountyFolderUnusable(
                        table.file() + ", line " + bad.row() + ", column " + bad.column() + ": " + bad.reason() + ".");
            }
        }
    }
}
