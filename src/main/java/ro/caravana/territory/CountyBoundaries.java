package ro.caravana.territory;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import ro.caravana.geo.MapFile;
import ro.caravana.geo.Projection;
import ro.caravana.problem.Problem;
import ro.caravana.territory.boundary.Drawing;
import ro.caravana.territory.boundary.SquareGrid;
import ro.caravana.territory.boundary.VillageCells;
import ro.caravana.territory.table.Table;

/** The best boundaries a county folder can give: official ones, else the square grid's, else cells around the villages. */
final class CountyBoundaries {
    private static final String OFFICIAL = "uat-boundaries.geojson";
    private static final String SOURCE = "boundaries.source";
    private static final String GRID = "uat-grid-500m.csv";
    private static final double GRID_METRES = 500;

    private CountyBoundaries() {}

    static Boundaries read(CountyFolder folder, Territory territory) {
        Path official = folder.file(OFFICIAL);
        if (Files.exists(official)) {
            return new Boundaries(official(official, territory), false, folder.about(SOURCE, OFFICIAL), date(folder));
        }
        Map<Integer, Geometry> plane = folder.findTable(GRID)
                .map(table -> fromGrid(table, territory))
                .orElseGet(() -> fromVillages(territory));
        Map<Integer, Geometry> lonLat = new LinkedHashMap<>();
        plane.forEach(
                (siruta, shape) -> lonLat.put(siruta, Projection.stereo70().toLonLat(shape)));
        return new Boundaries(lonLat, true, folder.about(SOURCE, Boundaries.COMPUTED), date(folder));
    }

    private static Map<Integer, Geometry> official(Path file, Territory territory) {
        try {
            return OfficialBoundaries.of(MapFile.read(file), territory, OfficialBoundaries.USUAL_TOLERANCE_METRES)
                    .byUat();
        } catch (Problem unusable) {
            throw new TerritoryProblem.CountyFolderUnusable(OFFICIAL + ": " + unusable.detail());
        }
    }

    private static LocalDate date(CountyFolder folder) {
        try {
            return LocalDate.parse(folder.about("boundaries.date", Boundaries.UNDATED.toString()));
        } catch (DateTimeParseException notADate) {
            throw new TerritoryProblem.CountyFolderUnusable(
                    "county.properties, boundaries.date: must be a date such as 2025-01-01.");
        }
    }

    private static Map<Integer, Geometry> fromGrid(Table table, Territory territory) {
        SquareGrid grid = new SquareGrid(GRID_METRES);
        Set<Integer> missing = new HashSet<>();
        territory.listUats().forEach(uat -> missing.add(uat.siruta()));
        CountyFolder.eachRow(table.require("row", "col_from", "col_to", "siruta"), row -> {
            int siruta = row.count("siruta");
            int from = row.count("col_from");
            int to = row.count("col_to");
            if (territory.findUat(siruta).isEmpty()) {
                throw row.bad("siruta", "is not the code of a UAT in uats.csv");
            }
            if (to < from || to - from > 10_000) {
                throw row.bad("col_to", "must not be less than col_from, nor 10000 beyond it");
            }
            for (int col = from; col <= to; col++) {
                if (!grid.put(row.count("row"), col, siruta)) {
                    throw row.bad("col_from", "gives a square away that an earlier row gave to another UAT");
                }
            }
            missing.remove(siruta);
        });
        if (!missing.isEmpty()) {
            throw new TerritoryProblem.CountyFolderUnusable(
                    GRID + ": no square belongs to UAT " + missing.iterator().next() + "; every UAT needs one.");
        }
        return Drawing.of(grid.coverage());
    }

    private static Map<Integer, Geometry> fromVillages(Territory territory) {
        Map<Integer, List<Coordinate>> villages = new LinkedHashMap<>();
        for (Locality locality : territory.listLocalities()) {
            villages.computeIfAbsent(locality.uatSiruta(), key -> new ArrayList<>())
                    .add(BoundaryJoin.metres(locality.position()).getCoordinate());
        }
        return VillageCells.coverage(villages);
    }
}
