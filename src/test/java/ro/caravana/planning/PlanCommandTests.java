package ro.caravana.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static ro.caravana.planning.support.Village.MONDAY;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import ro.caravana.planning.support.Village;

/** plan and verify-plan as a person at a shell meets them. */
class PlanCommandTests {
    @TempDir
    Path folder;

    private Path instanceFile = Path.of("");
    private Path planFile = Path.of("");
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeInstance() throws IOException {
        instanceFile = folder.resolve("instance.json");
        planFile = folder.resolve("plan.json");
        PlanInstance instance = new Village()
                .station("s")
                .site("a", 30)
                .site("b", 40)
                .visit("a")
                .visit("b")
                .build();
        Files.write(instanceFile, PlanDocuments.writeInstance(instance));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int plan(String... more) {
        List<String> arguments =
                new java.util.ArrayList<>(List.of(instanceFile.toString(), "--out", planFile.toString()));
        arguments.addAll(List.of(more));
        return run(new PlanCommand(), arguments.toArray(String[]::new));
    }

    private int verify() {
        return run(new VerifyPlanCommand(), instanceFile.toString(), planFile.toString());
    }

    @Test
    void aPlanIsWrittenAndPassesTheCheck() throws IOException {
        assertThat(plan("--steps", "100", "--seed", "7")).isZero();
        Plan plan = PlanDocuments.readPlan(Files.readAllBytes(planFile));
        assertThat(plan.visits()).hasSize(2);
        assertThat(plan.seed()).isEqualTo(7);
        assertThat(plan.instanceSha256()).isEqualTo(PlanDocuments.sha256(Files.readAllBytes(instanceFile)));
        assertThat(verify()).isZero();
        assertThat(out.toString()).contains("No hard rule is broken").doesNotContain("Note:");
    }

    @Test
    void aBrokenRuleIsExitCodeOneAndIsNamed() throws IOException {
        Plan broken = new Plan(
                Plan.SCHEMA,
                List.of(new Plan.PlannedVisit("a", "s", MONDAY, 0, 0, 3600)),
                List.of(),
                List.of(),
                1,
                "by hand",
                0,
                0,
                "");
        Files.write(planFile, PlanDocuments.writePlan(broken));
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("Hard rules are broken").contains("Leaves its base");
    }

    @Test
    void aPlanThatClaimsTooMuchIsFoundOut() throws IOException {
        assertThat(plan("--steps", "10")).isZero();
        String text = Files.readString(planFile).replace("\"amount\":20.0", "\"amount\":2000.0");
        Files.writeString(planFile, text);
        assertThat(verify()).isZero();
        assertThat(out.toString()).contains("claims valueServed 2000");
    }

    @Test
    void badInputIsExitCodeTwoWithEveryFault() throws IOException {
        Files.write(instanceFile, "{\"visits\":[{\"id\":1}]}".getBytes(StandardCharsets.UTF_8));
        assertThat(plan("--steps", "10")).isEqualTo(2);
        assertThat(err.toString()).contains("/horizon").contains("/stations").contains("/visits/0/id");
        assertThat(planFile).doesNotExist();
    }

    @Test
    void aMissingFileOrFolderIsExitCodeTwo() {
        instanceFile = folder.resolve("nothing.json");
        assertThat(plan("--steps", "10")).isEqualTo(2);
        assertThat(verify()).isEqualTo(2);
    }

    /** Before the search, so in this test without one: an hour of it would be lost else. */
    @Test
    void whereAPlanCannotGoIsSaidAtOnce() throws IOException {
        byte[] instance = Files.readAllBytes(instanceFile);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path target : List.of(instanceFile, empty, folder.resolve("no/such/plan.json"))) {
            planFile = target;
            assertThat(plan("--seconds", "3600")).isEqualTo(2);
        }
        assertThat(err.toString()).contains("the instance itself", "names a folder", "Does the folder of --out exist");
        assertThat(instanceFile).hasBinaryContent(instance);
        assertThat(empty).isEmptyDirectory();
        assertThat(folder.resolve("instance.json.part")).doesNotExist();
    }

    @Test
    void secondsAndStepsExcludeEachOther() {
        assertThat(plan("--steps", "10", "--seconds", "1")).isEqualTo(2);
        assertThat(plan("--seconds", "0")).isEqualTo(2);
        assertThat(plan("--steps", "-1")).isEqualTo(2);
        assertThat(run(new PlanCommand(), instanceFile.toString())).isEqualTo(2);
    }

    @Test
    void aPlanIsContinued() {
        assertThat(plan("--steps", "10")).isZero();
        assertThat(plan("--steps", "10", "--start-from", planFile.toString())).isZero();
        assertThat(plan("--steps", "10", "--start-from", instanceFile.toString()))
                .isEqualTo(2);
    }
}
