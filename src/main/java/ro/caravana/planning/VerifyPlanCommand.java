package ro.caravana.planning;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ro.caravana.planning.cli.Files;

/** {@code ./run verify-plan}: the independent check. Answers 1 where a hard rule is broken. */
@Command(name = "verify-plan", mixinStandardHelpOptions = true, description = "checks a plan against its instance")
public final class VerifyPlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "INSTANCE.json", description = "a caravana/plan-instance/1 document")
    Path instanceFile;

    @Parameters(index = "1", paramLabel = "PLAN.json", description = "a caravana/plan/1 document")
    Path planFile;

    @Option(
            names = "--limit",
            defaultValue = "20",
            description = "violations shown per rule (default ${DEFAULT-VALUE})")
    int limit;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return Files.faultsAsExitCode(spec.commandLine().getErr(), () -> {
            byte[] bytes = Files.read(instanceFile);
            PlanInstance instance = Files.withTravel(PlanDocuments.readInstance(bytes));
            Plan plan = PlanDocuments.readPlan(Files.read(planFile));
            CheckReport report = new PlanChecker().check(instance, plan);
            print(out, report);
            compare(out, report, plan, PlanDocuments.sha256(bytes));
            out.println(report.keepsHardRules() ? "No hard rule is broken." : "Hard rules are broken.");
            out.flush();
            return report.keepsHardRules() ? 0 : 1;
        });
    }

    private void print(PrintWriter out, CheckReport report) {
        out.printf("%-17s %-8s %8s %16s%n", "rule", "level", "matches", "amount");
        for (CheckReport.RuleResult result : report.rules()) {
            out.printf(
                    "%-17s %-8s %8d %16.3f%n",
                    result.rule().wireName(), result.rule().level().wireName(), result.matches(), result.amount());
            result.violations().stream()
                    .limit(limit)
                    .forEach(one -> out.printf("    %s: %s%n", one.subject(), one.sentence()));
            if (result.violations().size() > limit) {
                out.printf("    and %d more%n", result.violations().size() - limit);
            }
        }
        PlanScore score = report.score();
        out.printf(
                "hard %d  value %.3f  cost %.3f  quality %.3f%n",
                score.hard(), score.value(), score.cost(), score.quality());
    }

    private static void compare(PrintWriter out, CheckReport report, Plan plan, String sha256) {
        if (!plan.instanceSha256().isEmpty() && !plan.instanceSha256().equals(sha256)) {
            out.println("Note: the plan names another instance (instanceSha256 differs).");
        }
        for (Plan.ScorePart part : plan.score()) {
            for (CheckReport.RuleResult result : report.rules()) {
                boolean same = result.rule().wireName().equals(part.rule());
                if (same && Math.abs(result.amount() - part.amount()) > 0.5) {
                    out.printf(
                            "Note: the plan claims %s %.3f, the check finds %.3f.%n",
                            part.rule(), part.amount(), result.amount());
                }
            }
        }
    }
}
