package ro.caravana.travel.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ro.caravana.travel.TravelProblem;
import ro.caravana.travel.TravelTimes;

/** Writes the schematic road file from its tables and says how well it meets known distances. */
@Command(
        name = "network",
        description = "writes the schematic road file from its tables",
        mixinStandardHelpOptions = true)
public final class NetworkCommand implements Callable<Integer> {
    @Option(names = "--tables", description = "folder of the road tables (default: ${DEFAULT-VALUE})")
    private Path tables = Path.of("routes", "network");

    @Option(names = "--county", description = "folder with uats.csv and localities.csv (default: ${DEFAULT-VALUE})")
    private Path county = Path.of("geodata", "cluj");

    @Option(names = "--out", description = "file to write (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("routes", "cluj-roads.osm");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Network network = NetworkBuilder.build(NetworkTables.read(tables, county));
        write(out, toXml(network, tables));
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                Locale.ROOT,
                "%d roads, %d nodes, %.0f km%n%n",
                network.ways().size(),
                network.nodes().size(),
                network.metres() / 1000);
        String errors = compare(tables, county, out).toMarkdown();
        print.println(errors);
        print.flush();
        updateReadme(errors);
        return 0;
    }

    /** So that what the README says of the network cannot be older than the network. */
    private void updateReadme(String errors) throws IOException {
        Path readme = out.resolveSibling("README.md");
        if (Files.isRegularFile(readme)) {
            String text = Files.readString(readme);
            String begin = "<!-- errors, written by ./run network -->\n";
            int from = text.indexOf(begin);
            int to = text.indexOf("<!-- end of errors -->");
            if (from >= 0 && to > from) {
                Files.writeString(readme, text.substring(0, from) + begin + errors + text.substring(to));
            }
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TravelProblem.RoadFileNotWritten(String.valueOf(file.getFileName()));
        }
    }

    /** The road file as the tables give it; its name and date stand in {@code network.properties} beside them. */
    static String toXml(Network network, Path tables) {
        Properties head = new Properties();
        try (Reader reader = Files.newBufferedReader(tables.resolve("network.properties"))) {
            head.load(reader);
        } catch (IOException e) {
            throw new TravelProblem.NetworkTableWrong(
                    "network.properties", 1, "the file is missing or cannot be read.");
        }
        return OsmXml.write(network, head.getProperty("name", ""), head.getProperty("date", ""));
    }

    static KnownDistances compare(Path tables, Path county, Path roadFile) throws IOException {
        Path scratch = Files.createTempDirectory("caravana-network");
        try {
            return KnownDistances.compare(tables, county, TravelTimes.open(roadFile.toString(), scratch));
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
