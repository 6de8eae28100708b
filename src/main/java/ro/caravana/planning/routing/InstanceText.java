package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanProblem;

/** A benchmark file line by line, blank lines left out; knows where it stands, so that every fault names its line. */
final class InstanceText {
    private final String file;
    private final List<String[]> lines = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int next;

    InstanceText(String file, String text) {
        this.file = file;
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(line.strip().split("\\s+"));
                numbers.add(number);
            }
        }
    }

    boolean hasNext() {
        return next < lines.size();
    }

    /** The words of the next line, without going on; empty at the end. */
    String[] peek() {
        return hasNext() ? lines.get(next) : new String[0];
    }

    String[] next(String expected) {
        if (!hasNext()) {
            throw fault("the file ends where " + expected + " is expected");
        }
        return lines.get(next++);
    }

    /** The numbers of the next line, at least so many. */
    double[] numbers(int atLeast, String expected) {
        String[] words = next(expected);
        if (words.length < atLeast) {
            throw faultBefore("needs at least " + atLeast + " numbers: " + expected);
        }
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            values[i] = number(words[i], expected);
        }
        return values;
    }

    double number(String word, String expected) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw faultBefore("holds something that is no number, where there should be " + expected);
    }

    /** A whole number within bounds, of the line read last. */
    int whole(double value, int least, int most, String what) {
        if (value != Math.rint(value) || value < least || value > most) {
            throw faultBefore(String.format(Locale.ROOT, "%s must be a whole number from %d to %d", what, least, most));
        }
        return (int) value;
    }

    /** A number that must not be negative, of the line read last. */
    double notNegative(double value, String what) {
        if (value < 0) {
            throw faultBefore(what + " must not be negative");
        }
        return value;
    }

    /** About the line that comes next, or the end. */
    PlanProblem.InvalidBenchmark fault(String message) {
        return problem(hasNext() ? numbers.get(next) : null, message);
    }

    /** About the line that was read last. */
    PlanProblem.InvalidBenchmark faultBefore(String message) {
        return problem(next == 0 ? null : numbers.get(next - 1), message);
    }

    private PlanProblem.InvalidBenchmark problem(@Nullable Integer line, String message) {
        return new PlanProblem.InvalidBenchmark(file, line == null ? "the end" : "line " + line, message);
    }
}
