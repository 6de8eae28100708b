package ro.caravana.planning.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ro.caravana.planning.Improvement;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.PlanSolver;
import ro.caravana.planning.SolveOptions;

/**
 * How soon the first plan is there that keeps every hard rule and leaves out nothing required, in a process that has solved nothing
 * before. Each run is a process of its own, started as this one was.
 */
public final class ColdStart {
    /** Tells a process that it is one of those measured. */
    public static final String CHILD = "--cold-child";

    private final PrintWriter out;
    private final int processes;
    private final int threads;

    public ColdStart(PrintWriter out, int processes, int threads) {
        this.out = out;
        this.processes = processes;
        this.threads = threads;
    }

    /** Prints one row per instance; answers whether every process found such a plan. */
    public boolean run(List<Path> instances) {
        out.printf("%-28s %-14s %9s %9s %9s %11s%n", "row", "instance", "least", "median", "most", "of process");
        boolean sound = true;
        for (Path file : instances) {
            double[] first = new double[processes];
            double[] uptime = new double[processes];
            for (int i = 0; i < processes; i++) {
                String[] line = child(file);
                first[i] = Double.parseDouble(line[0]);
                uptime[i] = Double.parseDouble(line[1]);
                sound &= Double.isFinite(first[i]);
            }
            out.printf(
                    Locale.ROOT,
                    "%-28s %-14s %9.2f %9.2f %9.2f %11.2f%n",
                    "first feasible, cold",
                    BenchmarkFiles.name(file),
                    java.util.Arrays.stream(first).min().orElse(Double.NaN),
                    BenchmarkBudget.median(first),
                    java.util.Arrays.stream(first).max().orElse(Double.NaN),
                    BenchmarkBudget.median(uptime));
            out.flush();
        }
        return sound;
    }

    private String[] child(Path instance) {
        try {
            Process process = new ProcessBuilder(command(instance))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.lines()
                    .filter(line -> line.startsWith(CHILD))
                    .map(line -> line.substring(CHILD.length()).trim().split(" "))
                    .findFirst()
                    .orElse(new String[] {"NaN", "NaN"});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new String[] {"NaN", "NaN"};
        }
    }

    /** The same Java with the same options (heap, kept classes) and the same program. */
    private List<String> command(Path instance) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        String classPath = runtime.getClassPath();
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(runtime.getInputArguments());
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator);
        command.addAll(oneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, "ro.caravana.Caravana"));
        command.addAll(List.of(
                "benchmark",
                String.valueOf(instance.toAbsolutePath().getParent()),
                "--only",
                BenchmarkFiles.name(instance),
                "--threads",
                String.valueOf(threads),
                CHILD));
        return command;
    }

    /** What such a process does: solves until the first plan is there, and prints the seconds since solving and since the process began. */
    public static boolean child(PrintWriter out, Path file, int threads) {
        PlanInstance instance = Files.withTravel(PlanDocuments.readInstance(Files.read(file)));
        double[] first = {Double.NaN, Double.NaN};
        long started = System.nanoTime();
        new PlanSolver()
                .solve(
                        instance,
                        SolveOptions.forSeconds(60, 1).onThreads(threads),
                        found -> note(first, found, started),
                        () -> !Double.isNaN(first[0]));
        out.printf(Locale.ROOT, "%s %.3f %.3f%n", CHILD, first[0], first[1]);
        out.flush();
        return !Double.isNaN(first[0]);
    }

    private static void note(double[] first, Improvement found, long started) {
        if (Double.isNaN(first[0]) && isComplete(found)) {
            first[0] = (System.nanoTime() - started) / 1e9;
            first[1] = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
        }
    }

    /** Breaks nothing and leaves out nothing required. */
    static boolean isComplete(Improvement found) {
        return found.score().hard() == 0
                && found.plan().score().stream()
                        .filter(part -> part.rule().equals(PlanRule.REQUIRED_LEFT_OUT.wireName()))
                        .allMatch(part -> part.matches() == 0);
    }
}
