package ro.caravana.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EstimateCommandTests {
    @TempDir
    private Path folder;

    @Test
    void smoothsATableTowardItsMean() throws IOException {
        JsonNode answer = run("eb-global", table("area,cases,people\na,1,100\nb,10,200\nc,4,300\n"), "--id", "area");
        assertThat(answer.get("method").asString()).isEqualTo("eb-global");
        assertThat(answer.get("summary").get("m").asDouble()).isCloseTo(0.025, within(1e-15));
        assertThat(answer.get("summary").get("a").asDouble()).isCloseTo(0.000188888888889, within(1e-12));
        assertThat(answer.get("rows").get(1).get("id").asString()).isEqualTo("b");
        assertThat(answer.get("rows").get(1).get("rate").asDouble()).isEqualTo(0.05);
        assertThat(answer.get("rows").get(1).get("estimate").asDouble()).isCloseTo(0.0400442478, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0 3 x x\n1 1\n2\n2 2\n1 3\n3 1\n2\n", "from,to,weight\n1,2,1\n2,1,1\n2,3,1\n3,2,1\n1,3,0\n"})
    void neighboursComeFromEitherFormat(String weights) throws IOException {
        Path file = Files.writeString(folder.resolve("w"), weights);
        JsonNode answer = run("eb-local", table("cases,people\n1,100\n10,200\n4,300\n"), "--weights", file.toString());
        // the middle area borders on both others, so its estimate is the global one
        assertThat(answer.get("rows").get(1).get("estimate").asDouble()).isCloseTo(0.0400442478, within(1e-9));
        assertThat(answer.get("rows").get(0).get("estimate").asDouble()).isNotCloseTo(0.0185443038, within(1e-4));
    }

    @Test
    void writesToAFile() throws IOException {
        Path out = folder.resolve("out.json");
        execute("eb-global", table("cases,people\n1,100\n3,90\n"), "--out", out.toString());
        assertThat(JsonMapper.shared().readTree(Files.readString(out)).get("rows"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cases,people\n",
                "cases,people\n1,0\n",
                "cases,people\n-1,10\n",
                "cases,people\nmany,10\n",
                "cases,people\nNaN,10\n",
                "cases\n1\n",
                "cases,people\n0,0\n"
            })
    void refusesATableItCannotUse(String text) throws IOException {
        Path file = table(text);
        assertThatThrownBy(() -> execute("eb-global", file)).isInstanceOf(NeedProblem.BadTable.class);
    }

    @Test
    void refusesNeighboursOfUnknownAreas() throws IOException {
        Path file = table("cases,people\n1,100\n3,90\n");
        Path weights = Files.writeString(folder.resolve("w"), "from,to,weight\n1,7,1\n");
        assertThatThrownBy(() -> execute("eb-local", file, "--weights", weights.toString()))
                .isInstanceOf(NeedProblem.BadWeights.class);
        assertThatThrownBy(() -> execute("eb-local", file)).isInstanceOf(NeedProblem.BadCall.class);
    }

    @Test
    void refusesAMethodItDoesNotHave() throws IOException {
        Path file = table("cases,people\n1,100\n3,90\n");
        assertThatThrownBy(() -> execute("guess", file)).isInstanceOf(NeedProblem.BadCall.class);
    }

    private Path table(String text) throws IOException {
        return Files.writeString(folder.resolve("table.csv"), text);
    }

    private JsonNode run(String method, Path table, String... more) {
        return JsonMapper.shared().readTree(execute(method, table, more));
    }

    private static String execute(String method, Path table, String... more) {
        StringWriter out = new StringWriter();
        String[] arguments = new String[6 + more.length];
        String[] first = {method, table.toString(), "--events", "cases", "--population", "people"};
        System.arraycopy(first, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        AtomicReference<RuntimeException> refusal = new AtomicReference<>();
        new CommandLine(new EstimateCommand())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    refusal.set((RuntimeException) failure);
                    return 2;
                })
                .execute(arguments);
        if (refusal.get() != null) {
            throw refusal.get();
        }
        return out.toString();
    }
}
