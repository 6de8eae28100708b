package ro.caravana.planning.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/**
 * What each drive costs each station, as whole numbers. The scale is 1 where all weights are whole, else 1000; where sums could
 * leave the range of an int it shrinks and costs become roundings, which the constraints correct in the end. Equal matrices are
 * one array, so that the search's working set stays in the processor's cache.
 */
final class Matrices {
    private static final double MOST_PER_ARC = 1 << 26;

    private final PlanInstance.Travel travel;
    private final double perSecond;
    private final double perMetre;
    private final double perCurrency;
    private final double stationDay;
    private final double scale;
    private final int[] seconds;
    private final int[] secondsInto;
    private final Map<Double, int[]> byPrice = new HashMap<>();
    private final Map<Double, int[]> intoByPrice = new HashMap<>();
    private final double[] pricePerKm;

    Matrices(PlanInstance instance, int[] seconds, int[] secondsInto) {
        this.seconds = seconds;
        this.secondsInto = secondsInto;
        travel = Objects.requireNonNull(instance.travel());
        perSecond = instance.weights().of(PlanRule.TRAVEL_SECONDS);
        perMetre = instance.weights().of(PlanRule.DISTANCE);
        perCurrency = instance.weights().of(PlanRule.KILOMETRE_COST);
        stationDay = instance.weights().of(PlanRule.STATION_DAY);
        pricePerKm = instance.stations().stream()
                .mapToDouble(station -> station.costPerKm() == null ? 0 : station.costPerKm() * perCurrency)
                .toArray();
        scale = findScale();
        for (double price : pricePerKm) {
            byPrice.computeIfAbsent(price, this::matrix);
            intoByPrice.computeIfAbsent(price, this::matrixInto);
        }
    }

    double scale() {
        return scale;
    }

    int stationDayCost() {
        return (int) Math.round(stationDay * scale);
    }

    int[] costs(int station) {
        return Objects.requireNonNull(byPrice.get(pricePerKm[station]));
    }

    int[] costsInto(int station) {
        return Objects.requireNonNull(intoByPrice.get(pricePerKm[station]));
    }

    /** Rows and columns exchanged; a symmetric matrix is answered itself. */
    static int[] transposed(int[] matrix, int size) {
        int[] other = new int[matrix.length];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                other[to * size + from] = matrix[from * size + to];
            }
        }
        return Arrays.equals(matrix, other) ? matrix : other;
    }

    private double findScale() {
        double highest = stationDay;
        boolean whole = perSecond == Math.rint(perSecond)
                && perMetre == Math.rint(perMetre)
                && stationDay == Math.rint(stationDay);
        for (double price : pricePerKm) {
            whole &= price == 0;
            for (int from = 0; from < travel.seconds().length; from++) {
                for (int to = 0; to < travel.seconds().length; to++) {
                    highest = Math.max(highest, cost(from, to, price));
                }
            }
        }
        double wanted = whole ? 1 : 1000;
        return highest * wanted <= MOST_PER_ARC ? wanted : MOST_PER_ARC / highest;
    }

    private double cost(int from, int to, double price) {
        return perSecond * travel.seconds()[from][to] + (perMetre + price / 1000) * travel.metres()[from][to];
    }

    private int[] matrix(double price) {
        int size = travel.seconds().length;
        int[] costs = new int[size * size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                costs[from * size + to] = (int) Math.round(cost(from, to, price) * scale);
            }
        }
        return Arrays.equals(costs, seconds) ? seconds : costs;
    }

    private int[] matrixInto(double price) {
        int[] costs = Objects.requireNonNull(byPrice.get(price));
        return costs == seconds ? secondsInto : transposed(costs, travel.seconds().length);
    }
}
