package ro.caravana.fieldwork;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What several visits add up to. Raw.
 *
 * @param visits how many
 * @param expected persons
 * @param counts added up; metres too, for each visit's way was driven
 * @param minutes from setting off to signature, of the visits whose times can be believed
 * @param disputed of the visits, those about which two reports contradict each other
 */
public record OutcomeTotals(int visits, int expected, Counts counts, long minutes, int disputed) {
    private static final OutcomeTotals NONE = new OutcomeTotals(0, 0, Counts.NONE, 0, 0);

    public static OutcomeTotals of(Collection<VisitOutcome> outcomes) {
        OutcomeTotals sum = NONE;
        for (VisitOutcome outcome : outcomes) {
            sum = sum.plus(outcome);
        }
        return sum;
    }

    /** By UAT, day, plan or whatever else the visits have. */
    public static <K> Map<K, OutcomeTotals> by(Collection<VisitOutcome> outcomes, Function<VisitOutcome, K> key) {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        key, Collectors.collectingAndThen(Collectors.toList(), OutcomeTotals::of)));
    }

    private OutcomeTotals plus(VisitOutcome outcome) {
        Counts both = counts.plus(outcome.counts());
        return new OutcomeTotals(
                visits + 1,
                expected + outcome.about().expected(),
                new Counts(
                        both.served(),
                        both.photos(),
                        both.missing(),
                        both.sentBack(),
                        both.feesCovered(),
                        counts.metres() + outcome.counts().metres()),
                minutes + outcome.underWay().map(Duration::toMinutes).orElse(0L),
                disputed + (outcome.disputed() ? 1 : 0));
    }
}
