package ro.caravana.planning.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import ro.caravana.geo.Position;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanProblem;
import ro.caravana.planning.PlanProblem.Fault;
import ro.caravana.problem.Problem;
import ro.caravana.travel.TravelMatrix;
import ro.caravana.travel.TravelTimes;

/** Files of the planning commands, and their exit codes. */
public final class Files {
    private static final int BAD_INPUT = 2;

    private Files() {}

    /** @throws PlanProblem.UnreadableFile where there is no such file */
    public static byte[] read(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new PlanProblem.UnreadableFile("The file cannot be read. Does it exist, and may you read it?");
        }
    }

    /**
     * To be asked before a search, which would be lost in the end.
     *
     * @param input a file that is there, and must not be overwritten
     * @throws PlanProblem.UnreadableFile where the plan cannot go there
     */
    public static void requireWritable(Path file, Path input) {
        if (java.nio.file.Files.isDirectory(file)) {
            throw new PlanProblem.UnreadableFile("--out names a folder. Name a file in it.");
        }
        try {
            if (java.nio.file.Files.exists(file) && java.nio.file.Files.isSameFile(file, input)) {
                throw new PlanProblem.UnreadableFile("--out names the instance itself. Name another file.");
            }
            java.nio.file.Files.write(beside(file), new byte[0]);
            java.nio.file.Files.delete(beside(file));
        } catch (IOException failure) {
            throw cannotWrite();
        }
    }

    /** Writes beside the target first, so that a broken run leaves no half plan. */
    public static void write(Path file, byte[] bytes) {
        try {
            java.nio.file.Files.write(beside(file), bytes);
            java.nio.file.Files.move(beside(file), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw cannotWrite();
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private static PlanProblem.UnreadableFile cannotWrite() {
        return new PlanProblem.UnreadableFile(
                "The plan cannot be written. Does the folder of --out exist, and may you write to it?");
    }

    /** The instance with its travel matrix, computed from the road file where it has none. */
    public static PlanInstance withTravel(PlanInstance instance) {
        if (instance.travel() != null) {
            return instance;
        }
        String roads = System.getenv().getOrDefault("CARAVANA_ROADS", "");
        String data = System.getenv().getOrDefault("CARAVANA_DATA", "data");
        List<String> ids = instance.sites().stream().map(PlanInstance.Site::id).toList();
        List<Position> places = instance.sites().stream()
                .map(site -> new Position(site.lat(), site.lon()))
                .toList();
        TravelMatrix matrix = TravelTimes.open(roads, Path.of(data)).matrix(ids, places);
        return instance.withTravel(new PlanInstance.Travel(ids, matrix.seconds(), matrix.metres()));
    }

    /** Runs a command; what the caller can mend is printed, one fault per line, and answered with 2. */
    public static int faultsAsExitCode(PrintWriter err, Callable<Integer> command) {
        try {
            return command.call();
        } catch (PlanProblem.InvalidInstance invalid) {
            print(err, invalid, invalid.faults());
        } catch (PlanProblem.InvalidPlan invalid) {
            print(err, invalid, invalid.faults());
        } catch (Problem problem) {
            print(err, problem, List.of());
        } catch (RuntimeException ours) {
            throw ours;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return BAD_INPUT;
    }

    private static void print(PrintWriter err, Problem problem, List<Fault> faults) {
        err.println(problem.title() + ": " + problem.detail());
        faults.forEach(fault -> err.println(
                "  " + (fault.pointer().isEmpty() ? "(document)" : fault.pointer()) + " " + fault.message()));
        err.flush();
    }
}
