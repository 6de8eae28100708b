package ro.caravana.travel.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;
import ro.caravana.geo.Position;
import ro.caravana.travel.Leg;
import ro.caravana.travel.TravelTimes;

/** Road distances known beforehand, beside what the network says. */
final class KnownDistances {
    /**
     * One pair of places.
     *
     * @param knownKm road distance from common knowledge
     * @param knownMinutes driving time, where it is known
     * @param sure {@code given} by the customer, {@code good} or {@code rough} memory
     * @param heldOut true where the pair took no part in choosing the winding factors
     */
    record Pair(
            String from,
            String to,
            double knownKm,
            OptionalInt knownMinutes,
            String sure,
            boolean heldOut,
            double km,
            double minutes) {
        double relativeError() {
            return km / knownKm - 1;
        }
    }

    private final List<Pair> pairs = new ArrayList<>();

    static KnownDistances compare(Path tables, Path county, TravelTimes travel) {
        NetworkTables network = NetworkTables.read(tables, county);
        KnownDistances known = new KnownDistances();
        NetworkTables.each(tables.resolve("known-distances.csv"), row -> {
            String minutes = row.getField("minutes");
            Position from = position(network, row.getField("from"));
            Position to = position(network, row.getField("to"));
            String via = row.getField("via");
            List<Leg> legs = via.isEmpty()
                    ? List.of(travel.leg(from, to))
                    : List.of(travel.leg(from, position(network, via)), travel.leg(position(network, via), to));
            known.pairs.add(new Pair(
                    row.getField("from"),
                    row.getField("to") + (via.isEmpty() ? "" : " via " + via),
                    Double.parseDouble(row.getField("km")),
                    minutes.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(minutes)),
                    row.getField("sure"),
                    row.getField("use").equals("check"),
                    legs.stream().mapToInt(Leg::metres).sum() / 1000.0,
                    legs.stream().mapToInt(Leg::seconds).sum() / 60.0));
        });
        return known;
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** Mean absolute relative error of the pairs that fit. */
    double meanAbsoluteError(Predicate<Pair> which) {
        return pairs.stream()
                .filter(which)
                .mapToDouble(pair -> Math.abs(pair.relativeError()))
                .average()
                .orElse(Double.NaN);
    }

    /** As README.md prints it. */
    String toMarkdown() {
        StringBuilder text =
                new StringBuilder("| from | to | known km | sure | network km | error | minutes | known |\n"
                        + "|---|---|--:|---|--:|--:|--:|--:|\n");
        for (Pair pair : pairs) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s%s | %.0f | %s | %.1f | %+.0f%% | %.0f | %s |%n",
                    pair.from(),
                    pair.to(),
                    pair.heldOut() ? " †" : "",
                    pair.knownKm(),
                    pair.sure(),
                    pair.km(),
                    100 * pair.relativeError(),
                    pair.minutes(),
                    pair.knownMinutes().isPresent()
                            ? String.valueOf(pair.knownMinutes().getAsInt())
                            : ""));
        }
        return text.append("\nMean absolute error: fitted pairs ")
                .append(summary(pair -> !pair.heldOut()))
                .append(", held-out pairs † ")
                .append(summary(Pair::heldOut))
                .append(", pairs given or well known ")
                .append(summary(pair -> !pair.sure().equals("rough")))
                .append(".\n")
                .toString();
    }

    private String summary(Predicate<Pair> which) {
        double error = meanAbsoluteError(which);
        String percent = Double.isNaN(error) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * error);
        return percent + " (" + pairs.stream().filter(which).count() + ")";
    }

    private static Position position(NetworkTables network, String name) {
        Place place = network.findLocality(name)
                .orElseThrow(() -> new IllegalArgumentException("known-distances.csv names an unknown place"));
        return new Position(place.lat(), place.lon());
    }
}
