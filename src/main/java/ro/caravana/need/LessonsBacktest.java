package ro.caravana.need;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Whether learning would have helped: each month is foretold from all the others, and both the planner's assumptions and what was learnt
 * are held against what happened. A pure function.
 */
public final class LessonsBacktest {
    /** Two-sided 90% of a normal variable. */
    private static final double REACH = 1.645;

    private LessonsBacktest() {}

    /**
     * A month that was left out and foretold.
     *
     * @param visits in it
     * @param assumedError mean absolute error of persons served per visit, by the plan's expectation
     * @param learntError the same, by what the other months taught
     * @param within share of the visits whose persons lay in the 90% interval foretold
     * @param assumedMinutesError mean absolute error of a visit's length in per cent of what was planned, as planned; 0 where none was timed
     * @param learntMinutesError the same, by what the other months taught
     */
    public record Month(
            YearMonth month,
            int visits,
            double assumedError,
            double learntError,
            double within,
            double assumedMinutesError,
            double learntMinutesError) {}

    /** Months in order; those of a single month teach nothing and give none. */
    public static List<Month> leaveOneMonthOut(Collection<HeldVisit> all) {
        List<HeldVisit> visits =
                all.stream().filter(visit -> visit.expected() > 0).toList();
        TreeSet<YearMonth> months =
                visits.stream().map(LessonsBacktest::month).collect(Collectors.toCollection(TreeSet::new));
        List<Month> told = new ArrayList<>();
        if (months.size() < 2) {
            return told;
        }
        for (YearMonth left : months) {
            List<HeldVisit> rest =
                    visits.stream().filter(visit -> !month(visit).equals(left)).toList();
            List<HeldVisit> month =
                    visits.stream().filter(visit -> month(visit).equals(left)).toList();
            told.add(judge(left, month, Lessons.from(rest), Lessons.dispersion(rest, HeldVisit::served)));
        }
        return told;
    }

    /** All months together, each visit counting the same; the fields as in {@link Month}. */
    public record Whole(
            int visits,
            double assumedError,
            double learntError,
            double within,
            double assumedMinutesError,
            double learntMinutesError) {}

    public static Whole sum(List<Month> months) {
        return new Whole(
                months.stream().mapToInt(Month::visits).sum(),
                weighted(months, Month::assumedError),
                weighted(months, Month::learntError),
                weighted(months, Month::within),
                weighted(months, Month::assumedMinutesError),
                weighted(months, Month::learntMinutesError));
    }

    private static double weighted(List<Month> months, ToDoubleFunction<Month> figure) {
        double visits = months.stream().mapToInt(Month::visits).sum();
        return visits == 0
                ? 0
                : months.stream()
                                .mapToDouble(month -> month.visits() * figure.applyAsDouble(month))
                                .sum()
                        / visits;
    }

    private static YearMonth month(HeldVisit visit) {
        return YearMonth.from(visit.date());
    }

    private static Month judge(YearMonth month, List<HeldVisit> left, Lessons lessons, double dispersion) {
        List<HeldVisit> timed = left.stream().filter(HeldVisit::isTimed).toList();
        return new Month(
                month,
                left.size(),
                mean(left, visit -> Math.abs(visit.served() - visit.expected())),
                mean(left, visit -> Math.abs(visit.served() - foretold(visit, lessons))),
                mean(left, visit -> isWithin(visit, lessons, dispersion) ? 1 : 0),
                mean(timed, visit -> 100 * Math.abs(Math.exp(visit.logRatio()) - 1)),
                mean(
                        timed,
                        visit -> 100
                                * Math.abs(Math.exp(visit.logRatio())
                                        - lessons.minutes(visit.kind(), visit.place())
                                                .mean())));
    }

    private static double foretold(HeldVisit visit, Lessons lessons) {
        return visit.expected() * lessons.served(visit.kind(), visit.place()).mean();
    }

    /** One visit differs from its mean by chance, and the mean is not known exactly. */
    private static boolean isWithin(HeldVisit visit, Lessons lessons, double dispersion) {
        LearntRatio ratio = lessons.served(visit.kind(), visit.place());
        double mean = foretold(visit, lessons);
        double unsure = visit.expected() * (ratio.high() - ratio.low()) / (2 * REACH);
        return Math.abs(visit.served() - mean) <= REACH * Math.sqrt(dispersion * mean + unsure * unsure) + 0.5;
    }

    private static double mean(List<HeldVisit> visits, ToDoubleFunction<HeldVisit> figure) {
        return visits.stream().mapToDouble(figure).average().orElse(0);
    }
}
