package ro.caravana.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ro.caravana.territory.ImportOutcome.Rejection;

class ImportCommandTests {
    private final List<ImportOrder> orders = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private ImportOutcome outcome = new ImportOutcome(3, 0, List.of(), List.of());

    @TempDir
    Path folder;

    @Test
    void theOutcomeIsSaidInOneLine() throws IOException {
        outcome = new ImportOutcome(81, 3_105, List.of("Gaps: 0, 0 m² in all."), List.of());
        run("sites", file("x"), "--set", "date=2027-01-01");
        assertThat(out.toString())
                .contains("sites: accepted 81, rejected 0, ignored 3105 of other counties", "Gaps: 0");
        assertThat(orders.get(0).settings()).containsEntry("date", "2027-01-01");
        assertThat(orders.get(0).dryRun()).isFalse();
    }

    @Test
    void rejectedRowsLieInAFileThatCanBeMendedAndSentAgain() throws IOException {
        outcome = new ImportOutcome(
                3,
                0,
                List.of(),
                List.of(new Rejection(7, "lat", "x", "must be decimal degrees", Map.of("lat", "x, y"))));
        run("sites", file("x"), "--dry-run");
        assertThat(out.toString()).contains("rejected 1", "(dry run", "row 7, lat: must be decimal degrees");
        try (Stream<Path> kept = Files.list(folder.resolve("data/rejected"))) {
            Path rows = kept.findFirst().orElseThrow();
            assertThat(out.toString()).contains(rows.toString());
            assertThat(Files.readAllLines(rows))
                    .containsExactly(
                            "lat,problem_row,problem_column,problem", "\"x, y\",7,lat,must be decimal degrees");
        }
    }

    @Test
    void rowsAnImporterKeptItselfAreOnlyNamed() throws IOException {
        outcome = new ImportOutcome(0, 9, 0, List.of(), List.of(), Optional.of(Path.of("kept/elsewhere.csv")));
        run("sites", file("x"));
        assertThat(out.toString()).contains("kept/elsewhere.csv");
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> run("sites", folder.resolve("none").toString()))
                .isInstanceOf(TerritoryProblem.FileUnreadable.class);
    }

    @Test
    void anAddressIsFetchedAndTheFetchedFileRemoved() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/limite.gpkg", exchange -> {
            byte[] body = "body".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String root = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            run("sites", root + "/limite.gpkg?v=1");
            assertThat(orders.get(0).fileName()).isEqualTo("limite.gpkg");
            assertThat(orders.get(0).file()).doesNotExist();
            assertThatThrownBy(() -> run("sites", root + "/missing")).hasMessageContaining("status 404");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> run("sites", root + "/limite.gpkg"))
                .isInstanceOf(TerritoryProblem.FileUnreadable.class);
    }

    private String file(String content) {
        try {
            return Files.writeString(folder.resolve("file"), content).toString();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private void run(String... arguments) {
        Importer things = new Importer() {
            @Override
            public String kind() {
                return "sites";
            }

            @Override
            public ImportOutcome run(ImportOrder order) {
                orders.add(order);
                return outcome;
            }
        };
        List<RuntimeException> thrown = new ArrayList<>();
        ImportCommand command = new ImportCommand(List.of(things), new FileOrAddress(), folder.resolve("data"));
        new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    thrown.add((RuntimeException) failure);
                    return 2;
                })
                .execute(arguments);
        if (!thrown.isEmpty()) {
            throw thrown.get(0);
        }
    }
}
