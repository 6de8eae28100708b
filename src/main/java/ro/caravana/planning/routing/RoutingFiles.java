package ro.caravana.planning.routing;

import java.util.Locale;

/** Reads a public routing problem, whichever of the known formats its text is in. */
public final class RoutingFiles {
    private RoutingFiles() {}

    /**
     * @param file name with extension, for messages and, without it, as the instance's name
     * @throws ro.caravana.planning.PlanProblem.InvalidBenchmark naming the line
     */
    public static RoutingInstance read(String file, String content) {
        InstanceText text = new InstanceText(file, content);
        int dot = file.lastIndexOf('.');
        String name = dot > 0 ? file.substring(0, dot) : file;
        String first = text.hasNext() ? text.peek()[0] : "";
        if (first.toUpperCase(Locale.ROOT).startsWith("NAME")) {
            return VrplibReader.read(name, text);
        }
        if (!first.isEmpty() && Character.isLetter(first.charAt(0))) {
            return SolomonReader.read(name, text);
        }
        return CordeauReader.read(name, text);
    }
}
