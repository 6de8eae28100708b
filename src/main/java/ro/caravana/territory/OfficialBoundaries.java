package ro.caravana.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import ro.caravana.geo.MapFile;
import ro.caravana.geo.Projection;
import ro.caravana.territory.ImportOutcome.Rejection;
import ro.caravana.territory.boundary.Topology;
import ro.caravana.territory.boundary.Topology.Fault;
import ro.caravana.territory.boundary.Topology.Finding;

/**
 * Boundaries somebody else drew, checked and mended: every UAT there, rings sound, no gaps, no overlaps. All or nothing, because a map
 * with holes misleads more than an older one.
 */
final class OfficialBoundaries {
    /** Mean width up to which a gap or an overlap is taken for a slip of the pen; {@code --set tolerance=METRES} changes it. */
    static final double USUAL_TOLERANCE_METRES = 30;

    private OfficialBoundaries() {}

    /**
     * @param byUat longitude/latitude, a valid coverage
     * @param notes repairs and findings
     * @param ignored features of other counties
     */
    record Result(Map<Integer, Geometry> byUat, List<String> notes, long ignored) {}

    /** @throws TerritoryProblem.ImportRefused with what is wrong, where, and how large it is */
    static Result of(MapFile map, Territory territory, double toleranceMetres) {
        BoundaryJoin.Result join = BoundaryJoin.join(map, territory);
        List<String> notes = new ArrayList<>();
        notes.add("Coordinates read as " + map.referenceSystem()
                + (map.guessed() ? ", guessed from their range because the file does not say" : "") + ".");
        notes.addAll(join.notes());
        refuseRejected(join.rejections());
        refuseMissing(join, territory);
        Topology.Result topology = Topology.mend(join.byUat(), toleranceMetres);
        notes.addAll(describe(topology.findings(), toleranceMetres));
        Map<Integer, Geometry> lonLat = new LinkedHashMap<>();
        topology.coverage()
                .orElseThrow(() -> refused(
                        "Gaps or overlaps are too wide to be mended safely (over " + Math.round(toleranceMetres)
                                + " m)",
                        wide(topology.findings())))
                .forEach((siruta, shape) ->
                        lonLat.put(siruta, Projection.stereo70().toLonLat(shape)));
        return new Result(lonLat, notes, join.ignored());
    }

    private static void refuseRejected(List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            throw refused(
                    "Features of this county cannot be used",
                    rejections.stream()
                            .map(bad -> "feature " + bad.row() + ": " + bad.column() + " " + bad.reason())
                            .toList());
        }
    }

    private static void refuseMissing(BoundaryJoin.Result join, Territory territory) {
        List<String> missing = territory.listUats().stream()
                .filter(uat -> !join.byUat().containsKey(uat.siruta()))
                .map(uat -> uat.siruta() + " " + uat.name())
                .toList();
        if (missing.size() == territory.listUats().size()) {
            throw new TerritoryProblem.ImportRefused(
                    "No feature of the file is a UAT of this county. Features need an attribute "
                            + "siruta (or natcode), or a name that lies where the UAT's seat is.");
        }
        if (!missing.isEmpty()) {
            throw refused("UATs of this county are missing", missing);
        }
    }

    private static TerritoryProblem refused(String what, List<String> findings) {
        return TerritoryProblem.ImportRefused.listing(
                what + ": ", findings, "Nothing was changed; mend the file and send it again.");
    }

    private static List<String> wide(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.mended())
                .map(OfficialBoundaries::sentence)
                .toList();
    }

    private static List<String> describe(List<Finding> findings, double toleranceMetres) {
        List<String> notes = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            List<Finding> ofKind = findings.stream()
                    .filter(finding -> finding.fault() == fault)
                    .toList();
            double squareMetres =
                    ofKind.stream().mapToDouble(Finding::squareMetres).sum();
            String kind = fault == Fault.GAP ? "Gaps" : "Overlaps";
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: %d, %.0f m² in all%s",
                    kind,
                    ofKind.size(),
                    squareMetres,
                    ofKind.isEmpty()
                            ? "."
                            : String.format(
                                    Locale.ROOT, "; mended up to a mean width of %.0f m. Largest:", toleranceMetres)));
            ofKind.stream().limit(5).forEach(finding -> notes.add("- " + sentence(finding)));
        }
        return notes;
    }

    private static String sentence(Finding finding) {
        String between = finding.uats().isEmpty()
                ? "gap"
                : "overlap of " + finding.uats().stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return String.format(
                Locale.ROOT,
                "%s at %s: %.0f m², %.1f m wide",
                between,
                MendedRing.place(finding.at()),
                finding.squareMetres(),
                finding.widthMetres());
    }
}
