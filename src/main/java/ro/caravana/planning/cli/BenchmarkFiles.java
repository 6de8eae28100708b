package ro.caravana.planning.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.caravana.planning.PlanProblem;

/** The instances of a folder and those below it. */
public final class BenchmarkFiles {
    /** Beside instances lie notes, tables, and others' solutions. */
    private static final Set<String> NO_INSTANCES = Set.of("md", "csv", "sol", "pdf", "zip", "part");

    private BenchmarkFiles() {}

    /**
     * @param names without extension; {@code *} stands for any letters; none for all
     * @throws PlanProblem.UnreadableFile where there is no such folder, or nothing in it
     */
    public static List<Path> find(Path folder, List<String> names) {
        try (Stream<Path> files = java.nio.file.Files.walk(folder)) {
            Pattern wanted = pattern(names);
            List<Path> found = files.filter(java.nio.file.Files::isRegularFile)
                    .filter(file -> !NO_INSTANCES.contains(extension(file)))
                    .filter(file -> wanted.matcher(name(file)).matches())
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new PlanProblem.UnreadableFile("The folder holds no instance of such a name.");
            }
            return found;
        } catch (IOException | java.io.UncheckedIOException failure) {
            throw new PlanProblem.UnreadableFile("The folder cannot be read. Does it exist, and may you read it?");
        }
    }

    private static Pattern pattern(List<String> names) {
        String any = names.stream()
                .map(name -> Pattern.quote(name).replace("*", "\\E.*\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(names.isEmpty() ? ".*" : any, Pattern.CASE_INSENSITIVE);
    }

    public static boolean isPlanInstance(Path file) {
        return extension(file).equals("json");
    }

    /** Without folder and extension. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
