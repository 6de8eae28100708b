package ro.caravana.planning.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import ro.caravana.planning.routing.RoutingInstance.Limits;
import ro.caravana.planning.routing.RoutingInstance.Node;

/** VRPLIB files of site-dependent problems with windows: {@code KEY: value} lines, then sections of numbered rows. */
final class VrplibReader {
    private final String name;
    private final InstanceText text;
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, Map<Integer, double[]>> sections = new HashMap<>();

    private VrplibReader(String name, InstanceText text) {
        this.name = name;
        this.text = text;
    }

    static RoutingInstance read(String name, InstanceText text) {
        VrplibReader reader = new VrplibReader(name, text);
        reader.parse();
        return reader.build();
    }

    private void parse() {
        while (text.hasNext()) {
            String[] words = text.next("a line");
            if (words[0].equals("EOF")) {
                continue;
            }
            String first = words[0].toUpperCase(Locale.ROOT);
            if (first.endsWith("_SECTION")) {
                section(first);
            } else if (first.endsWith(":") || (words.length > 1 && words[1].startsWith(":"))) {
                heads.put(first.replace(":", ""), words[words.length - 1]);
            } else {
                throw text.faultBefore("is neither \"KEY: value\" nor the name of a section");
            }
        }
    }

    private void section(String section) {
        Map<Integer, double[]> rows = new TreeMap<>();
        while (text.hasNext() && !Character.isLetter(text.peek()[0].charAt(0)) && !text.peek()[0].equals("-1")) {
            double[] row = text.numbers(2, "a row of " + section + ": number, values");
            rows.put(text.whole(row[0], 1, 100_000, "a row's number"), row);
        }
        if (text.hasNext() && text.peek()[0].equals("-1")) {
            text.next("the end of a list");
        }
        sections.put(section, rows);
    }

    private RoutingInstance build() {
        int size = (int) head("DIMENSION");
        int vehicles = (int) head("VEHICLES");
        if (size < 2 || vehicles < 1 || vehicles > 30) {
            throw text.fault("DIMENSION must be at least 2, and VEHICLES from 1 to 30");
        }
        double longest =
                heads.containsKey("VEHICLES_MAX_DURATION") ? head("VEHICLES_MAX_DURATION") : Double.POSITIVE_INFINITY;
        List<Limits> limits = new ArrayList<>();
        Map<Integer, Integer> allowed = new HashMap<>(); // per node, the vehicles as bits
        for (int vehicle = 1; vehicle <= vehicles; vehicle++) {
            limits.add(new Limits(value("CAPACITY_SECTION", vehicle, 1), longest));
            double[] row = row("VEHICLES_ALLOWED_CLIENTS_SECTION", vehicle);
            for (int i = 1; i < row.length; i++) {
                allowed.merge((int) row[i], 1 << (vehicle - 1), (one, other) -> one | other);
            }
        }
        List<Node> customers = new ArrayList<>();
        for (int number = 2; number <= size; number++) {
            int bits = allowed.getOrDefault(number, 0);
            if (bits == 0) {
                throw text.fault("no vehicle may serve customer " + number);
            }
            customers.add(node(number, bits));
        }
        return new RoutingInstance(name, Family.SDVRPTW, vehicles, 1, limits, node(1, 0), customers);
    }

    private Node node(int number, int vehicles) {
        List<Integer> choices = new ArrayList<>();
        for (int bits = vehicles; bits != 0; bits &= bits - 1) {
            choices.add(Integer.lowestOneBit(bits));
        }
        return new Node(
                number,
                value("NODE_COORD_SECTION", number, 1),
                value("NODE_COORD_SECTION", number, 2),
                value("SERVICE_TIME_SECTION", number, 1),
                value("DEMAND_SECTION", number, 1),
                0,
                value("TIME_WINDOW_SECTION", number, 1),
                value("TIME_WINDOW_SECTION", number, 2),
                choices);
    }

    private double head(String key) {
        String word = heads.get(key);
        if (word == null) {
            throw text.fault("there is no " + key);
        }
        return text.number(word, "the value of " + key);
    }

    private double[] row(String section, int number) {
        double[] row = sections.getOrDefault(section, Map.of()).get(number);
        if (row == null) {
            throw text.fault("there is no row " + number + " in " + section);
        }
        return row;
    }

    private double value(String section, int number, int column) {
        double[] row = row(section, number);
        if (row.length <= column) {
            throw text.fault("row " + number + " of " + section + " has too few values");
        }
        return row[column];
    }
}
