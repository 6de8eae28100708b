package ro.caravana.travel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import ro.caravana.geo.Position;
import ro.caravana.territory.Site;

/**
 * Seconds and metres between places, and the road between them. Thread-safe.
 *
 * <p>The road file is looked at when this is made, so that a wrong setting stops the start; it is read in the background, and the
 * first question waits for it. Without a road file everything is answered by straight lines, marked as estimates. Callers block:
 * keep them off the event loop.
 */
@Service
public class TravelTimes {
    private static final Path BUNDLED = Path.of("routes", "cluj-roads.osm");
    /** As a setting: no road file on purpose, for a county whose roads nobody has drawn. */
    static final String NO_ROADS = "none";

    private static final int MATRICES_IN_MEMORY = 4;
    private static final Logger log = LoggerFactory.getLogger(TravelTimes.class);

    private final @Nullable RoadFile file;
    private final CompletableFuture<Optional<RoadNetwork>> network;
    private final MatrixCache disk;
    private final Map<String, TravelMatrix> recent = new LinkedHashMap<>(16, 0.75f, true);

    @Autowired
    TravelTimes(@Value("${caravana.roads:}") String roads, @Value("${caravana.data:data}") Path dataFolder) {
        this(fileFor(roads), dataFolder);
    }

    /** Without Spring, for commands that need no database. */
    public static TravelTimes open(String roads, Path dataFolder) {
        return new TravelTimes(roads, dataFolder);
    }

    private TravelTimes(Optional<Path> roads, Path dataFolder) {
        file = roads.map(path -> RoadFile.inspect(path, Runtime.getRuntime().maxMemory()))
                .orElse(null);
        disk = new MatrixCache(dataFolder.resolve("travel"));
        RoadFile found = file;
        if (found == null) {
            log.warn("roads: no road file, all travel figures are straight-line estimates");
            network = CompletableFuture.completedFuture(Optional.empty());
        } else {
            network = inBackground(() -> Optional.of(RoadNetworkLoader.load(found, dataFolder)));
        }
    }

    /** What the figures rest on. Answers at once. */
    public NetworkInfo network() {
        return file == null ? StraightLine.INFO : file.info();
    }

    /**
     * What figures about these places rest on: straight lines where the road file reaches none of them, as in another county. Answers at
     * once; while the file is still read it is trusted.
     */
    public NetworkInfo network(List<Position> places) {
        boolean read = network.isDone() && !network.isCompletedExceptionally();
        boolean elsewhere = read
                && roads().filter(roads -> places.stream().noneMatch(roads::isNearTheNetwork))
                        .isPresent();
        return elsewhere ? StraightLine.INFO : network();
    }

    /** Driving time and distance between all pairs; computed once per set of sites and road file, then kept on disk. */
    public TravelMatrix matrix(List<Site> sites) {
        return matrix(
                sites.stream().map(Site::id).toList(),
                sites.stream().map(Site::position).toList());
    }

    /**
     * The same for places that are not sites of the territory.
     *
     * @param ids names for the rows and columns
     * @param places their positions, in the same order
     */
    public synchronized TravelMatrix matrix(List<String> ids, List<Position> places) {
        if (ids.size() != places.size()) {
            throw new IllegalArgumentException("as many ids as places are needed");
        }
        String key = MatrixCache.key(file == null ? "straight-line" : file.sha256(), ids, places);
        TravelMatrix kept = recent.get(key);
        if (kept != null) {
            return kept;
        }
        TravelMatrix matrix = disk.find(key, List.copyOf(ids)).orElseGet(() -> compute(key, ids, places));
        recent.put(key, matrix);
        if (recent.size() > MATRICES_IN_MEMORY) {
            recent.remove(recent.keySet().iterator().next());
        }
        return matrix;
    }

    /** The way from one place to another with its course. */
    public Leg leg(Position from, Position to) {
        return roads().flatMap(roads -> roads.leg(from, to)).orElseGet(() -> StraightLine.leg(from, to));
    }

    private TravelMatrix compute(String key, List<String> ids, List<Position> places) {
        long start = System.nanoTime();
        TravelMatrix matrix = roads().map(roads -> roads.matrix(List.copyOf(ids), places))
                .orElseGet(() -> new MatrixFiller(List.copyOf(ids), new ArrayList<>(places)).finish());
        log.info("travel: matrix of {} sites in {} ms", ids.size(), (System.nanoTime() - start) / 1_000_000);
        disk.keep(key, matrix);
        return matrix;
    }

    private Optional<RoadNetwork> roads() {
        try {
            return network.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** A file that is named must exist; without a name the bundled file may be missing, then there are only estimates. */
    private static Optional<Path> fileFor(String setting) {
        if (setting.strip().equals(NO_ROADS)) {
            return Optional.empty();
        }
        if (!setting.isBlank()) {
            return Optional.of(Path.of(setting.strip()));
        }
        return Files.isRegularFile(BUNDLED) ? Optional.of(BUNDLED) : Optional.empty();
    }

    /** On a thread of its own: a large file takes minutes, and the common pool is needed for the matrices meanwhile. */
    private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        future.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        future.completeExceptionally(e);
                    }
                },
                "road-reader");
        reader.setDaemon(true);
        reader.start();
        return future;
    }
}
