package ro.caravana.travel;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Turns a road file into a network: small files in memory, large ones through a graph kept beside the database. */
final class RoadNetworkLoader {
    static final String PROFILE = "car";

    /** Below this, reading the file again is quicker than minding a cache. */
    private static final long KEEP_GRAPH_ABOVE_BYTES = 16L << 20;
    /** Part of the cached graph's name: raise when profile or encoded values change. */
    private static final int GRAPH_VERSION = 1;

    private static final Logger log = LoggerFactory.getLogger(RoadNetworkLoader.class);

    private RoadNetworkLoader() {}

    static RoadNetwork load(RoadFile file, Path dataFolder) {
        return load(file, dataFolder, KEEP_GRAPH_ABOVE_BYTES);
    }

    static RoadNetwork load(RoadFile file, Path dataFolder, long keepGraphAboveBytes) {
        long start = System.nanoTime();
        try {
            RoadNetwork network = Files.size(file.path()) <= keepGraphAboveBytes
                    ? new RoadNetwork(readInMemory(file))
                    : new RoadNetwork(readThroughCache(file, dataFolder));
            if (!network.isDrivable()) {
                throw new TravelProblem.RoadFileUnreadable(file.name(), "holds no road that a car may use.");
            }
            log.info(
                    "roads: {} ready, {} edges, {} ms",
                    file.name(),
                    network.edges(),
                    (System.nanoTime() - start) / 1_000_000);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException("the graph of the road file cannot be kept under the data folder", e);
        }
    }

    private static GraphHopper readInMemory(RoadFile file) throws IOException {
        Path scratch = Files.createTempDirectory("caravana-roads");
        try {
            GraphHopper hopper = configured(scratch.resolve("graph"));
            hopper.setStoreOnFlush(false).setOSMFile(file.path().toString());
            read(hopper, file);
            return hopper;
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
    }

    /** A half-written graph must never be taken for a whole one, so it is written aside and renamed. */
    private static GraphHopper readThroughCache(RoadFile file, Path dataFolder) throws IOException {
        Path graph = dataFolder.resolve(
                "graph-" + GRAPH_VERSION + "-" + file.sha256().substring(0, 16));
        if (!Files.isDirectory(graph)) {
            log.info("roads: reading {} for the first time, this can take minutes", file.name());
            Files.createDirectories(dataFolder);
            Path aside = Files.createTempDirectory(dataFolder, "graph-being-read-");
            try {
                GraphHopper hopper = configured(aside.resolve("graph"));
                hopper.setOSMFile(file.path().toString());
                read(hopper, file);
                hopper.close();
                Files.move(aside.resolve("graph"), graph);
            } catch (FileAlreadyExistsException e) {
                log.info("roads: another process has read {} meanwhile", file.name());
            } finally {
                FileSystemUtils.deleteRecursively(aside);
            }
        }
        GraphHopper hopper = configured(graph);
        if (!hopper.setAllowWrites(false).load()) {
            throw new TravelProblem.RoadFileUnreadable(
                    file.name(), "was read before, but what was kept is damaged: delete " + graph.getFileName() + ".");
        }
        return hopper;
    }

    private static void read(GraphHopper hopper, RoadFile file) {
        try {
            hopper.importOrLoad();
        } catch (RuntimeException e) {
            TravelProblem problem =
                    new TravelProblem.RoadFileUnreadable(file.name(), "is damaged, cut short or holds no roads.");
            problem.initCause(e);
            throw problem;
        }
    }

    /**
     * A passenger car on the quickest way: then a stop on the way never seems to save time, which planners rely on. Private roads
     * count as passable but disliked, because village lanes are often tagged so.
     */
    private static GraphHopper configured(Path graphFolder) {
        CustomModel car = new CustomModel()
                .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                .addToPriority(Statement.If("road_access == PRIVATE", Statement.Op.MULTIPLY, "0.1"))
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"))
                .setDistanceInfluence(0.0);
        return new GraphHopper()
                .setGraphHopperLocation(graphFolder.toString())
                .setEncodedValuesString("car_access, car_average_speed, road_access")
                .setProfiles(new Profile(PROFILE).setCustomModel(car))
                .setElevation(false);
    }
}
