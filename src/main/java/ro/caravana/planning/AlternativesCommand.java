package ro.caravana.planning;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import ro.caravana.planning.cli.Files;
import ro.caravana.planning.solver.Outlook;

/** {@code ./run alternatives}: where else a visit of a plan could be; for all visits, how long that question takes. */
@Command(
        name = "alternatives",
        mixinStandardHelpOptions = true,
        description =
                "where else a visit of a plan could be; without --visit: how long the answer takes, over all visits")
public final class AlternativesCommand implements Callable<Integer> {
    private static final int LISTED = 10;
    private static final double NANOS_PER_MILLI = 1e6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "INSTANCE.json", description = "a caravana/plan-instance/1 document")
    Path instanceFile;

    @Parameters(index = "1", paramLabel = "PLAN.json", description = "a caravana/plan/1 document")
    Path planFile;

    @Option(names = "--visit", paramLabel = "ID", description = "the visit asked about")
    @Nullable
    String visit;

    @Override
    public Integer call() {
        return Files.faultsAsExitCode(spec.commandLine().getErr(), () -> {
            PlanInstance instance = Files.withTravel(PlanDocuments.readInstance(Files.read(instanceFile)));
            Plan plan = PlanDocuments.readPlan(Files.read(planFile));
            if (visit == null) {
                measure(instance, plan);
            } else {
                print(look(instance, plan, known(instance, visit)));
            }
            return 0;
        });
    }

    private String known(PlanInstance instance, String id) {
        if (instance.visits().stream().noneMatch(one -> one.id().equals(id))) {
            throw new ParameterException(spec.commandLine(), "--visit names no visit of the instance.");
        }
        return id;
    }

    private static VisitOutlook look(PlanInstance instance, Plan plan, String id) {
        return new Outlook(instance, plan, id, instance.horizon().start())
                .withHandover(Outlook.Handover.MOVES)
                .look(LISTED);
    }

    private void print(VisitOutlook outlook) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(outlook.visit() + " "
                + outlook.now().map(AlternativesCommand::when).orElse("is left out"));
        out.printf("%-40s %12s %12s %12s%n", "could be", "value", "cost", "quality");
        for (Alternative other : outlook.alternatives()) {
            ScoreDelta delta = other.delta();
            out.printf(
                    Locale.ROOT,
                    "%-40s %12.1f %12.1f %12.1f%n",
                    when(other.slot()),
                    delta.value(),
                    delta.cost(),
                    delta.quality());
            other.handover()
                    .ifPresent(shift -> out.println("    " + shift.visit() + " moves along, "
                            + shift.to().map(AlternativesCommand::when).orElse("left out")));
            other.others()
                    .forEach(shift -> out.println("    " + shift.visit() + " makes room, "
                            + shift.to().map(AlternativesCommand::when).orElse("left out")));
        }
        out.println("possible days " + outlook.possibleDays() + ", the others " + outlook.obstacles());
        out.flush();
    }

    private static String when(Slot slot) {
        int minutes = slot.start() / 60;
        return String.format("%s %s %02d:%02d", slot.date(), slot.station(), minutes / 60, minutes % 60);
    }

    /** Asked twice, so that the second round tells the time of a warm server; processor time is what a busy machine does not spoil. */
    private void measure(PlanInstance instance, Plan plan) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> ids =
                instance.visits().stream().map(PlanInstance.Visit::id).toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 1; round <= 2; round++) {
            double[] wall = new double[ids.size()];
            double[] processor = new double[ids.size()];
            int[] found = new int[ids.size()];
            for (int i = 0; i < ids.size(); i++) {
                long started = System.nanoTime();
                long spent = threads.getCurrentThreadCpuTime();
                found[i] = look(instance, plan, ids.get(i)).possibleDays();
                processor[i] = (threads.getCurrentThreadCpuTime() - spent) / NANOS_PER_MILLI;
                wall[i] = (System.nanoTime() - started) / NANOS_PER_MILLI;
            }
            out.printf(
                    "round %d: %d visits; %s; %s; %d with %d other days or more, %d with none%n",
                    round,
                    ids.size(),
                    spread("wall", wall),
                    spread("processor", processor),
                    IntStream.of(found).filter(days -> days >= LISTED).count(),
                    LISTED,
                    IntStream.of(found).filter(days -> days == 0).count());
        }
        out.flush();
    }

    private static String spread(String what, double[] millis) {
        Arrays.sort(millis);
        int count = millis.length;
        return count == 0
                ? what + " -"
                : String.format(
                        Locale.ROOT,
                        "%s median %.0f ms, 95%% %.0f ms, most %.0f ms",
                        what,
                        millis[count / 2],
                        millis[count * 95 / 100],
                        millis[count - 1]);
    }
}
