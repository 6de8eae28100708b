package ro.caravana.peers;

import com.google.ortools.constraintsolver.Assignment;
import com.google.ortools.constraintsolver.FirstSolutionStrategy;
import com.google.ortools.constraintsolver.LocalSearchMetaheuristic;
import com.google.ortools.constraintsolver.RoutingDimension;
import com.google.ortools.constraintsolver.RoutingIndexManager;
import com.google.ortools.constraintsolver.RoutingModel;
import com.google.ortools.constraintsolver.RoutingSearchParameters;
import com.google.ortools.constraintsolver.main;
import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import ro.caravana.planning.PlanInstance;

/** One question to OR-Tools' routing library: a vehicle per station-day, visits with the days on which they may be held. */
final class OrToolsYear {
    /** Cost that a unit of value outweighs: with it, a visit worth two is worth the farthest drive of the county. */
    private static final long VALUE = 3_600;

    private final PeerYear year;
    private final List<Asked> asked;
    private final List<PeerDay> days;
    private final RoutingIndexManager manager;
    private final RoutingModel model;

    /** @param must whether it is not to be left out */
    record Asked(PeerVisit visit, List<PeerDay> days, boolean must) {}

    OrToolsYear(PeerYear year, List<Asked> asked) {
        this.year = year;
        this.asked = asked;
        this.days = year.days();
        int[] bases = days.stream()
                .mapToInt(day -> asked.size() + stations().indexOf(day.station()))
                .toArray();
        this.manager = new RoutingIndexManager(asked.size() + stations().size(), days.size(), bases, bases);
        this.model = new RoutingModel(manager);
        costs();
        persons();
        times();
        for (int node = 0; node < asked.size(); node++) {
            choice(asked.get(node), node);
        }
    }

    private List<PlanInstance.Station> stations() {
        return days.stream().map(PeerDay::station).distinct().toList();
    }

    private int row(int node) {
        return node < asked.size()
                ? asked.get(node).visit().row()
                : days.stream()
                        .filter(day -> day.station().equals(stations().get(node - asked.size())))
                        .findFirst()
                        .orElseThrow()
                        .base();
    }

    private int[] rows() {
        return IntStream.range(0, manager.getNumberOfNodes()).map(this::row).toArray();
    }

    private int service(int node) {
        return node < asked.size() ? asked.get(node).visit().visit().serviceSeconds() : 0;
    }

    private void costs() {
        int[] rows = rows();
        for (PlanInstance.Station station : stations()) {
            int cost = model.registerTransitMatrix(Arrays.stream(rows)
                    .mapToObj(from -> Arrays.stream(rows)
                            .mapToLong(to -> year.cost(station, from, to))
                            .toArray())
                    .toArray(long[][]::new));
            days.stream().filter(day -> day.station().equals(station)).forEach(day -> {
                model.setArcCostEvaluatorOfVehicle(cost, day.number());
                model.setFixedCostOfVehicle(year.dayCost(), day.number());
            });
        }
    }

    private void persons() {
        long[] persons = IntStream.range(0, manager.getNumberOfNodes())
                .mapToLong(node ->
                        node < asked.size() ? asked.get(node).visit().visit().persons() : 0)
                .toArray();
        long[] most = days.stream()
                .mapToLong(day -> day.station().capacityPersons() == null
                        ? LongStream.of(persons).sum()
                        : day.station().capacityPersons())
                .toArray();
        model.addDimensionWithVehicleCapacity(model.registerUnaryTransitVector(persons), 0, most, true, "persons");
    }

    private void times() {
        int[] rows = rows();
        int transit = model.registerTransitMatrix(IntStream.range(0, rows.length)
                .mapToObj(from -> Arrays.stream(rows)
                        .mapToLong(to -> service(from) + year.drive(rows[from], to))
                        .toArray())
                .toArray(long[][]::new));
        long latest = days.stream()
                .mapToLong(day -> day.station().workday().end())
                .max()
                .orElse(0);
        model.addDimension(transit, latest, latest, false, "time");
        RoutingDimension time = model.getMutableDimension("time");
        for (PeerDay day : days) {
            PlanInstance.Workday work = day.station().workday();
            time.cumulVar(model.start(day.number())).setRange(work.start(), work.end());
            time.cumulVar(model.end(day.number())).setRange(work.start(), work.end());
            Integer longest = day.station().maxSeconds();
            if (longest != null && longest < work.end() - work.start()) {
                time.setSpanUpperBoundForVehicle(longest, day.number());
            }
        }
    }

    /** Its days, its hours (one span for all days: those that have another are not used) and what leaving it out costs. */
    private void choice(Asked visit, int node) {
        long index = manager.nodeToIndex(node);
        Map<String, List<PeerDay>> byHours = visit.days().stream()
                .collect(Collectors.groupingBy(
                        day -> visit.visit().hours()[day.number()].toString(), TreeMap::new, Collectors.toList()));
        List<PeerDay> most = byHours.values().stream()
                .max((one, other) -> Integer.compare(one.size(), other.size()))
                .orElseThrow();
        PeerHours hours = visit.visit().hours()[most.get(0).number()];
        model.getMutableDimension("time")
                .cumulVar(index)
                .setRange(hours.from(), hours.to() - visit.visit().visit().serviceSeconds());
        model.vehicleVar(index)
                .removeValues(days.stream()
                        .filter(day -> !most.contains(day))
                        .mapToLong(PeerDay::number)
                        .toArray());
        if (!visit.must()) {
            model.addDisjunction(new long[] {index}, Math.round(VALUE * year.value(visit.visit())));
        }
    }

    /** Searches for so many seconds; by number of day, empty where it found none. */
    Optional<List<List<PeerVisit>>> solve(double seconds) {
        Assignment found = model.solveWithParameters(parameters(seconds));
        Optional<List<List<PeerVisit>>> rounds = Optional.ofNullable(found).map(this::rounds);
        model.delete();
        manager.delete();
        return rounds;
    }

    private static RoutingSearchParameters parameters(double seconds) {
        return main.defaultRoutingSearchParameters().toBuilder()
                .setFirstSolutionStrategy(FirstSolutionStrategy.Value.PARALLEL_CHEAPEST_INSERTION)
                .setLocalSearchMetaheuristic(LocalSearchMetaheuristic.Value.GUIDED_LOCAL_SEARCH)
                .setTimeLimit(Duration.newBuilder().setSeconds((long) seconds).setNanos((int) (seconds % 1 * 1e9)))
                .build();
    }

    private List<List<PeerVisit>> rounds(Assignment found) {
        List<List<PeerVisit>> rounds = new ArrayList<>();
        for (PeerDay day : days) {
            List<PeerVisit> order = new ArrayList<>();
            long index = found.value(model.nextVar(model.start(day.number())));
            while (!model.isEnd(index)) {
                order.add(asked.get(manager.indexToNode(index)).visit());
                index = found.value(model.nextVar(index));
            }
            rounds.add(order);
        }
        return rounds;
    }
}
