package ro.caravana.territory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Residents of every locality, so that the localities of a UAT sum to its last census. Immutable.
 *
 * <p>The newest census counts UATs only; the village figures are one census older and missing where two villages of the county
 * share a name. A missing village stands for its share of what the known ones leave of the UAT's figure, at least the median of
 * the known ones; then all are scaled to the UAT's figure. Where the UAT's figure is unknown (0) the old ones stand as they are.
 */
public final class Residents {
    private final Map<Integer, Integer> byLocality = new HashMap<>();
    private final Map<Integer, Integer> byUat = new HashMap<>();

    private Residents() {}

    public static Residents of(Territory territory) {
        Residents residents = new Residents();
        territory.listUats().forEach(uat -> residents.addUat(uat, territory.listLocalities(uat.siruta())));
        return residents;
    }

    /** Residents of a locality, estimated; 0 for an unknown code. */
    public int ofLocality(int siruta) {
        return byLocality.getOrDefault(siruta, 0);
    }

    /** Residents of a UAT; 0 for an unknown code. */
    public int ofUat(int siruta) {
        return byUat.getOrDefault(siruta, 0);
    }

    public long ofCounty() {
        return byUat.values().stream().mapToLong(Integer::longValue).sum();
    }

    private void addUat(Uat uat, List<Locality> localities) {
        double[] weights = weights(uat.population(), localities);
        int[] shares = uat.population() > 0
                ? apportion(uat.population(), weights)
                : Arrays.stream(weights)
                        .mapToInt(weight -> (int) Math.round(weight))
                        .toArray();
        for (int i = 0; i < shares.length; i++) {
            byLocality.put(localities.get(i).siruta(), shares[i]);
        }
        byUat.put(
                uat.siruta(),
                localities.isEmpty() ? uat.population() : Arrays.stream(shares).sum());
    }

    private static double[] weights(int uatPopulation, List<Locality> localities) {
        int[] known = localities.stream()
                .map(Locality::population)
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .sorted()
                .toArray();
        int missing = localities.size() - known.length;
        double rest = missing == 0
                ? 0
                : (double) (uatPopulation - Arrays.stream(known).sum()) / missing;
        double median = known.length == 0 ? 0 : (known[(known.length - 1) / 2] + known[known.length / 2]) / 2.0;
        double standIn = Math.max(Math.max(rest, median), uatPopulation > 0 ? 1 : 0);
        return localities.stream()
                .mapToDouble(locality -> locality.population().isPresent()
                        ? locality.population().getAsInt()
                        : standIn)
                .toArray();
    }

    /** Whole shares of a total in proportion to weights, by largest remainders; equal shares where all weights are 0. */
    private static int[] apportion(int total, double[] weights) {
        double sum = Arrays.stream(weights).sum();
        int[] shares = new int[weights.length];
        double[] remainders = new double[weights.length];
        int left = total;
        for (int i = 0; i < weights.length; i++) {
            double exact = sum > 0 ? total * weights[i] / sum : (double) total / weights.length;
            shares[i] = (int) exact;
            remainders[i] = exact - shares[i];
            left -= shares[i];
        }
        for (; left > 0 && weights.length > 0; left--) {
            int largest = 0;
            for (int i = 1; i < remainders.length; i++) {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }
            shares[largest]++;
            remainders[largest] = -1;
        }
        return shares;
    }
}
