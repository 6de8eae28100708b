package ro.caravana.travel.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ro.caravana.travel.network.Network.Node;
import ro.caravana.travel.network.Network.Way;

/** The bundled road file and what its README says of it. If one of these fails, run {@code ./run network} and look at the result. */
class CountyNetworkTests {
    private static final Path TABLES = Path.of("routes", "network");
    private static final Path COUNTY = Path.of("geodata", "cluj");
    private static final Path ROADS = Path.of("routes", "cluj-roads.osm");

    private static Network network;

    @BeforeAll
    static void build() {
        network = NetworkBuilder.build(NetworkTables.read(TABLES, COUNTY));
    }

    @Test
    void theBundledFileIsWhatTheTablesGive() throws IOException {
        assertThat(Files.readString(ROADS)).isEqualTo(NetworkCommand.toXml(network, TABLES));
    }

    @Test
    void drawingTwiceDrawsTheSame() throws IOException {
        Network again = NetworkBuilder.build(NetworkTables.read(TABLES, COUNTY));
        assertThat(NetworkCommand.toXml(again, TABLES)).isEqualTo(NetworkCommand.toXml(network, TABLES));
    }

    @Test
    void everyLocalityLiesOnARoad() {
        assertThat(NetworkTables.read(TABLES, COUNTY).localities())
                .hasSize(434)
                .allSatisfy(place -> assertThat(network.isConnected(place)).isTrue());
    }

    @Test
    void theErrorTableInTheReadmeIsWhatIsMeasured() throws IOException {
        KnownDistances known = NetworkCommand.compare(TABLES, COUNTY, ROADS);
        assertThat(Files.readString(Path.of("routes", "README.md"))).contains(known.toMarkdown());
        assertThat(known.meanAbsoluteError(pair -> !pair.heldOut())).isLessThan(0.10);
        assertThat(known.meanAbsoluteError(KnownDistances.Pair::heldOut)).isLessThan(0.10);
    }

    @Test
    void roadsMeetOnlyAtJunctions() {
        List<String> crossings = new ArrayList<>();
        Map<Long, List<Segment>> grid = new HashMap<>();
        for (Way way : network.ways()) {
            for (int i = 1; i < way.nodes().size() && !way.roadClass().isMotorway(); i++) {
                Segment segment =
                        new Segment(way.nodes().get(i - 1), way.nodes().get(i));
                for (long cell : segment.cells()) {
                    List<Segment> others = grid.computeIfAbsent(cell, key -> new ArrayList<>());
                    others.stream().filter(segment::crosses).forEach(other -> crossings.add(segment + " and " + other));
                    others.add(segment);
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    private record Segment(Node a, Node b) {
        private static final double CELL_METRES = 400;

        /** Cells of the box around the segment. */
        List<Long> cells() {
            List<Long> cells = new ArrayList<>();
            for (long col = cell(Math.min(a.x(), b.x())); col <= cell(Math.max(a.x(), b.x())); col++) {
                for (long row = cell(Math.min(a.y(), b.y())); row <= cell(Math.max(a.y(), b.y())); row++) {
                    cells.add(col * 1_000_000 + row);
                }
            }
            return cells;
        }

        boolean crosses(Segment other) {
            return a != other.a
                    && a != other.b
                    && b != other.a
                    && b != other.b
                    && side(other.a) * side(other.b) < 0
                    && other.side(a) * other.side(b) < 0;
        }

        private double side(Node node) {
            return Math.signum((b.x() - a.x()) * (node.y() - a.y()) - (b.y() - a.y()) * (node.x() - a.x()));
        }

        private static long cell(double metres) {
            return (long) Math.floor(metres / CELL_METRES);
        }
    }
}
