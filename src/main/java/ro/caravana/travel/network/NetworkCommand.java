package ro.caravana.travel.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the schematic road file from its tables. */
@Command(
        name = "network",
        description = "Writes routes/cluj-roads.osm from the tables in routes/network.",
        mixinStandardHelpOptions = true)
public final class NetworkCommand implements Callable<Integer> {
    @Option(names = "--tables", description = "folder of the road tables (default: ${DEFAULT-VALUE})")
    private Path tables = Path.of("routes", "network");

    @Option(names = "--county", description = "folder with uats.csv and localities.csv (default: ${DEFAULT-VALUE})")
    private Path county = Path.of("geodata", "cluj");

    @Option(names = "--out", description = "file to write (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("routes", "cluj-roads.osm");

    @Override
    public Integer call() throws IOException {
        Network network = NetworkBuilder.build(NetworkTables.read(tables, county));
        Files.writeString(out, generate(tables, county), StandardCharsets.UTF_8);
        double kilometres = network.ways().stream()
                        .mapToDouble(way -> OsmXml.metres(way.nodes()))
                        .sum()
                / 1000;
        System.out.printf(
                "%d roads, %d nodes, %.0f km%n",
                network.ways().size(), network.nodes().size(), kilometres);
        return 0;
    }

    /** The road file's content; name and date stand in {@code network.properties} beside the tables. */
    static String generate(Path tables, Path county) throws IOException {
        java.util.Properties head = new java.util.Properties();
        try (var reader = Files.newBufferedReader(tables.resolve("network.properties"))) {
            head.load(reader);
        }
        Network network = NetworkBuilder.build(NetworkTables.read(tables, county));
        return OsmXml.write(network, head.getProperty("name", ""), head.getProperty("date", ""));
    }
}
