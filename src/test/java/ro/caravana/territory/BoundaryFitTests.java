package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ro.caravana.geo.MapFile;
import ro.caravana.geo.Projection;
import ro.caravana.territory.boundary.Drawing;

/** The bundled county's drawn boundaries beside the real ones, where those lie next to the clone; skipped elsewhere. */
class BoundaryFitTests {
    private static final Logger log = LoggerFactory.getLogger(BoundaryFitTests.class);
    private static final Path REAL = Path.of("../shared/geodata/cluj/uat-boundaries.geojson");
    private static final Path COUNTRY = Path.of("../shared/geodata/romania/uat-boundaries.geojson");

    private static CountyData cluj;

    @BeforeAll
    static void read() {
        cluj = CountyFolder.read(Path.of("geodata/cluj"));
    }

    @Test
    void drawnBoundariesAreACoverage() {
        assertThat(Drawing.isCoverage(cluj.boundaries().byUat())).isTrue();
    }

    @Test
    void drawnBoundariesOverlapTheRealOnesByOver92PercentInTheMedian() {
        assumeTrue(Files.exists(REAL), "skipped: the real boundaries are not beside this clone (" + REAL + ")");
        Map<Integer, Geometry> real = official(REAL).byUat();
        double[] shares = cluj.boundaries().byUat().entrySet().stream()
                .mapToDouble(drawn -> overlap(drawn.getValue(), real.get(drawn.getKey())))
                .sorted()
                .toArray();
        log.info(
                "drawn and real boundaries: intersection over union, median {}, least {}, {} vertices",
                shares[shares.length / 2],
                shares[0],
                cluj.boundaries().byUat().values().stream()
                        .mapToInt(Geometry::getNumPoints)
                        .sum());
        assertThat(shares[shares.length / 2]).isGreaterThan(0.92);
        assertThat(DoubleStream.of(shares).min().orElseThrow()).isGreaterThan(0.90);
    }

    @Test
    void theCountrysFileGivesTheSameBoundariesAsTheCountysOwn() {
        assumeTrue(
                Files.exists(COUNTRY), "skipped: the country's boundaries are not beside this clone (" + COUNTRY + ")");
        OfficialBoundaries.Result result = official(COUNTRY);
        assertThat(result.byUat()).hasSize(81);
        assertThat(result.ignored()).isEqualTo(3_105);
        assertThat(Drawing.isCoverage(result.byUat())).isTrue();
    }

    private static OfficialBoundaries.Result official(Path file) {
        return OfficialBoundaries.of(MapFile.read(file), cluj.territory(), OfficialBoundaries.USUAL_TOLERANCE_METRES);
    }

    private static double overlap(Geometry drawn, Geometry real) {
        Geometry a = Projection.stereo70().toPlane(drawn);
        Geometry b = Projection.stereo70().toPlane(real);
        return a.intersection(b).getArea() / a.union(b).getArea();
    }
}
