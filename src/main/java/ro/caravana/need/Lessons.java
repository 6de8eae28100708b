package ro.caravana.need;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What held visits teach about those to come, per kind of visit and kind of place. Starts from the planner's own assumptions, as if some
 * visits had confirmed them; a kind of place is pulled towards the others of its kind of visit, and these towards the assumptions, the
 * stronger the
 * fewer visits speak (Gelman et al., <em>Bayesian Data Analysis</em>, 3rd ed., chapters 2.6, 3.3 and 5). Immutable.
 *
 * <p>Persons: counts are Poisson around a multiple of what was expected, the multiple is a gamma variable. Days differ more than a
 * Poisson variable does, so counts weigh less by the dispersion found in them (McCullagh and Nelder, 1989, chapter 6). Minutes:
 * logarithms of actual over planned are normal with unknown mean and variance.
 */
public final class Lessons {
    /** The assumptions weigh as much as so many expected persons, some three visits. */
    private static final double PRIOR_PERSONS = 120;

    /** The assumptions weigh as much as so many timed visits. */
    private static final double PRIOR_VISITS = 3;

    /** What one visit's length differs from the next, before anything is known: about a third. */
    private static final double PRIOR_DEVIATION = 0.3;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private final Map<String, Kind> kinds = new TreeMap<>();

    /** One kind of visit at one kind of place. */
    public record Group(String kind, String place) {}

    /** Counts that stand for the assumption before there are any. */
    private record Rate(double shape, double rate) {
        static final Rate ASSUMED = new Rate(PRIOR_PERSONS, PRIOR_PERSONS);

        Rate with(double observed, double expected, double dispersion) {
            return new Rate(shape + observed / dispersion, rate + expected / dispersion);
        }

        /** The same mean, with no more weight than the assumption had. */
        Rate asAssumption() {
            return new Rate(PRIOR_PERSONS * shape / rate, PRIOR_PERSONS);
        }

        LearntRatio ratio(int visits) {
            var gamma = new GammaDistribution(shape, 1 / rate);
            return new LearntRatio(
                    shape / rate,
                    gamma.inverseCumulativeProbability(LOW),
                    gamma.inverseCumulativeProbability(HIGH),
                    visits);
        }
    }

    /** All visits of a kind, and of each kind of place. */
    private record Kind(List<HeldVisit> all, Map<String, List<HeldVisit>> byPlace) {
        static Kind of(List<HeldVisit> visits) {
            return new Kind(visits, visits.stream().collect(Collectors.groupingBy(HeldVisit::place)));
        }

        List<HeldVisit> at(String place) {
            return byPlace.getOrDefault(place, List.of());
        }

        /** What a place is assumed to be like by the others: its own visits speak once. */
        List<HeldVisit> besides(String place) {
            return all.stream().filter(visit -> !visit.place().equals(place)).toList();
        }
    }

    private Lessons(Collection<HeldVisit> visits) {
        visits.stream()
                .collect(Collectors.groupingBy(HeldVisit::kind, TreeMap::new, Collectors.toList()))
                .forEach((kind, held) -> kinds.put(kind, Kind.of(held)));
    }

    /** @param visits with a positive expectation; others teach nothing and are left aside */
    public static Lessons from(Collection<HeldVisit> visits) {
        return new Lessons(visits.stream().filter(visit -> visit.expected() > 0).toList());
    }

    /** Where something was learnt, with the number of visits. */
    public Map<Group, Integer> groups() {
        Map<Group, Integer> groups = new LinkedHashMap<>();
        kinds.forEach((kind, held) -> new TreeMap<>(held.byPlace())
                .forEach((place, visits) -> groups.put(new Group(kind, place), visits.size())));
        return groups;
    }

    /** Visits of a kind, wherever they were. */
    public int visits(String kind) {
        return kind(kind).all().size();
    }

    /** Persons served over persons expected. */
    public LearntRatio served(String kind, String place) {
        return persons(kind, place, HeldVisit::served);
    }

    /** Persons who came over persons expected; what is missing to 1 are the no-shows. */
    public LearntRatio came(String kind, String place) {
        return persons(kind, place, HeldVisit::came);
    }

    /** Time a person served took over the time planned for one. */
    public LearntRatio minutes(String kind, String place) {
        return lengths(timed(kind(kind).at(place)), lengthsMean(timed(kind(kind).besides(place)), 0));
    }

    private LearntRatio persons(String kind, String place, ToDoubleFunction<HeldVisit> count) {
        List<HeldVisit> here = kind(kind).at(place);
        List<HeldVisit> besides = kind(kind).besides(place);
        double dispersion = dispersion(kind(kind).all(), count);
        return Rate.ASSUMED
                .with(sum(besides, count), sum(besides, HeldVisit::expected), dispersion)
                .asAssumption()
                .with(sum(here, count), sum(here, HeldVisit::expected), dispersion)
                .ratio(here.size());
    }

    /** How much more counts differ than Poisson variables of the same mean (Pearson's statistic per degree of freedom), at least 1. */
    static double dispersion(List<HeldVisit> visits, ToDoubleFunction<HeldVisit> count) {
        double ratio = sum(visits, count) / sum(visits, HeldVisit::expected);
        if (visits.size() < 2 || !(ratio > 0)) {
            return 1;
        }
        double statistic = visits.stream()
                .mapToDouble(visit -> {
                    double mean = ratio * visit.expected();
                    double off = count.applyAsDouble(visit) - mean;
                    return off * off / mean;
                })
                .sum();
        return Math.max(1, statistic / (visits.size() - 1));
    }

    private static double lengthsMean(List<HeldVisit> timed, double assumed) {
        double total = sum(timed, HeldVisit::logRatio);
        return (PRIOR_VISITS * assumed + total) / (PRIOR_VISITS + timed.size());
    }

    /** Normal with unknown mean and variance under the conjugate prior; the mean of the lengths themselves, not of their logarithms. */
    private static LearntRatio lengths(List<HeldVisit> timed, double assumed) {
        int n = timed.size();
        double weight = PRIOR_VISITS + n;
        double mean = lengthsMean(timed, assumed);
        double average = n == 0 ? assumed : sum(timed, HeldVisit::logRatio) / n;
        double within = sum(timed, visit -> Math.pow(visit.logRatio() - average, 2));
        double between = PRIOR_VISITS * n / weight * Math.pow(average - assumed, 2);
        double variance = (PRIOR_VISITS * PRIOR_DEVIATION * PRIOR_DEVIATION + within + between) / weight;
        // a lognormal's mean lies above its median; what the assumption is worth it is worth as a mean already
        double lift = n / weight * variance / 2;
        double reach = new TDistribution(weight).inverseCumulativeProbability(HIGH) * Math.sqrt(variance / weight);
        return new LearntRatio(Math.exp(mean + lift), Math.exp(mean + lift - reach), Math.exp(mean + lift + reach), n);
    }

    private Kind kind(String kind) {
        return kinds.getOrDefault(kind, new Kind(List.of(), Map.of()));
    }

    private static List<HeldVisit> timed(List<HeldVisit> visits) {
        return visits.stream().filter(HeldVisit::isTimed).toList();
    }

    private static double sum(List<HeldVisit> visits, ToDoubleFunction<HeldVisit> figure) {
        return visits.stream().mapToDouble(figure).sum();
    }
}
