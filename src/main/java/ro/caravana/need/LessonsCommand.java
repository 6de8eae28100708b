package ro.caravana.need;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run lessons}: what made-up visits teach, beside the truth they were made from, and each month foretold from the others. */
@Command(
        name = "lessons",
        mixinStandardHelpOptions = true,
        description = "how well turnout and minutes are learnt: made-up visits, leave one month out")
public final class LessonsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--visits", paramLabel = "N", description = "visits of the made-up year (default 240)")
    int visits = 240;

    @Option(names = "--seed", paramLabel = "S", description = "of the random numbers (default 1)")
    long seed = 1;

    @Override
    public Integer call() {
        List<HeldVisit> year = MadeUpVisits.year(visits, seed);
        PrintWriter out = spec.commandLine().getOut();
        printLessons(Lessons.from(year), out);
        printMonths(LessonsBacktest.leaveOneMonthOut(year), out);
        return 0;
    }

    private static void printLessons(Lessons lessons, PrintWriter out) {
        out.println("kind     place            visits  persons (truth)  90% interval   seconds (truth)  90% interval");
        for (MadeUpVisits.Truth truth : MadeUpVisits.TRUTHS) {
            LearntRatio persons = lessons.served(truth.kind(), truth.place());
            LearntRatio seconds = lessons.minutes(truth.kind(), truth.place());
            out.printf(
                    Locale.ROOT,
                    "%-8s %-16s %6d  %6.2f (%.2f)    %.2f to %.2f   %6.2f (%.2f)    %.2f to %.2f%n",
                    truth.kind(),
                    truth.place(),
                    persons.visits(),
                    persons.mean(),
                    truth.persons(),
                    persons.low(),
                    persons.high(),
                    seconds.mean(),
                    truth.seconds(),
                    seconds.low(),
                    seconds.high());
        }
    }

    private static void printMonths(List<LessonsBacktest.Month> months, PrintWriter out) {
        out.println();
        out.println(
                "left out  visits  persons off, as assumed / learnt  in the 90% interval  length off, as planned / learnt");
        for (LessonsBacktest.Month month : months) {
            out.printf(
                    Locale.ROOT,
                    "%s   %5d   %10.1f / %.1f %26.0f%% %16.0f%% / %.0f%%%n",
                    month.month(),
                    month.visits(),
                    month.assumedError(),
                    month.learntError(),
                    100 * month.within(),
                    month.assumedMinutesError(),
                    month.learntMinutesError());
        }
        LessonsBacktest.Whole whole = LessonsBacktest.sum(months);
        out.printf(
                Locale.ROOT,
                "all       %6d   %10.1f / %.1f %26.0f%% %16.0f%% / %.0f%%%n",
                whole.visits(),
                whole.assumedError(),
                whole.learntError(),
                100 * whole.within(),
                whole.assumedMinutesError(),
                whole.learntMinutesError());
    }
}
