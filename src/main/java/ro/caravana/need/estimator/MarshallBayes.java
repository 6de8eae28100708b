package ro.caravana.need.estimator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Empirical-Bayes smoothing of rates by the method of moments: Marshall, "Mapping disease and mortality rates using empirical Bayes
 * estimators", Applied Statistics 40 (1991) 283–294. Kept for comparison with other software; the county's need comes from {@link
 * NestedGammaPoisson}.
 */
public final class MarshallBayes {
    private MarshallBayes() {}

    /**
     * The prior that the areas share.
     *
     * @param mean events per head in all areas together
     * @param variance between areas; 0 where they differ no more than chance makes them
     */
    public record Prior(double mean, double variance) {
        /** A rate drawn toward the prior's mean, the more the smaller the area; the mean itself for an empty area. */
        double shrink(double events, double population) {
            if (population == 0 || variance == 0) {
                return mean;
            }
            return mean + (events / population - mean) * variance / (variance + mean / population);
        }
    }

    /** @param populations at least one above 0 */
    public static Prior prior(double[] events, double[] populations) {
        return prior(events, populations, IntStream.range(0, events.length).toArray());
    }

    /** All areas shrink toward the mean of all. */
    public static double[] global(double[] events, double[] populations) {
        Prior prior = prior(events, populations);
        return IntStream.range(0, events.length)
                .mapToDouble(i -> prior.shrink(events[i], populations[i]))
                .toArray();
    }

    /**
     * Each area shrinks toward the mean of itself and its neighbours.
     *
     * @param neighbours of each area, itself not among them
     */
    public static double[] local(double[] events, double[] populations, List<int[]> neighbours) {
        double[] rates = new double[events.length];
        for (int i = 0; i < rates.length; i++) {
            int[] own = neighbours.get(i);
            int[] members = Arrays.copyOf(own, own.length + 1);
            members[own.length] = i;
            rates[i] = prior(events, populations, members).shrink(events[i], populations[i]);
        }
        return rates;
    }

    private static Prior prior(double[] events, double[] populations, int[] members) {
        double allEvents = 0;
        double allPeople = 0;
        for (int i : members) {
            allEvents += events[i];
            allPeople += populations[i];
        }
        if (allPeople == 0) {
            return new Prior(0, 0);
        }
        double mean = allEvents / allPeople;
        double squares = 0;
        for (int i : members) {
            double difference = populations[i] == 0 ? 0 : events[i] / populations[i] - mean;
            squares += populations[i] * difference * difference;
        }
        double variance = squares / allPeople - mean / (allPeople / members.length);
        return new Prior(mean, Math.max(0, variance));
    }
}
