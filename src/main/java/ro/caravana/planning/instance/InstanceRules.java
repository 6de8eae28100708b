package ro.caravana.planning.instance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/** What the structure cannot say: references, order, sizes. Visits have a file of their own. */
final class InstanceRules {
    static final int MOST_VISITS = 20_000;
    private static final int MOST_STATIONS = 100;
    private static final int MOST_SITES = 5_000; // their matrix takes 200 MB
    private static final int MOST_HORIZON_DAYS = 1_100; // three years

    private final PlanInstance instance;
    private final Faults faults;

    private InstanceRules(PlanInstance instance, Faults faults) {
        this.instance = instance;
        this.faults = faults;
    }

    /** @param visitCount more than the instance has where only the first were kept: references among them then mean nothing */
    static void check(PlanInstance instance, int visitCount, Faults faults) {
        InstanceRules rules = new InstanceRules(instance, faults);
        rules.sizes(visitCount);
        rules.horizon();
        Map<String, Integer> stations = rules.index("/stations", instance.stations(), PlanInstance.Station::id);
        Map<String, Integer> sites = rules.index("/sites", instance.sites(), PlanInstance.Site::id);
        rules.stations(sites);
        rules.sites();
        if (instance.travel() != null) {
            rules.travel(instance.travel(), sites);
        }
        if (visitCount == instance.visits().size()) {
            new VisitRules(instance, faults, stations, sites).check();
        }
    }

    private void sizes(int visitCount) {
        atMost("/stations", instance.stations().size(), MOST_STATIONS);
        atMost("/sites", instance.sites().size(), MOST_SITES);
        atMost("/visits", visitCount, MOST_VISITS);
        if (instance.stations().isEmpty()) {
            faults.add("/stations", "needs at least one station");
        }
    }

    private void atMost(String pointer, int size, int most) {
        if (size > most) {
            faults.add(pointer, "holds " + size + ", at most " + most + " can be planned at once: divide the problem");
        }
    }

    private void horizon() {
        PlanInstance.Horizon horizon = instance.horizon();
        if (isStandIn(horizon.start()) || isStandIn(horizon.end())) {
            return;
        }
        if (horizon.end().isBefore(horizon.start())) {
            faults.add("/horizon/end", "lies before the start: exchange start and end");
        } else if (ChronoUnit.DAYS.between(horizon.start(), horizon.end()) >= MOST_HORIZON_DAYS) {
            faults.add("/horizon/end", "makes the horizon longer than " + MOST_HORIZON_DAYS + " days: shorten it");
        }
    }

    static boolean isStandIn(LocalDate date) {
        return date.equals(Cursor.NO_DATE);
    }

    static boolean isStandIn(String id) {
        return id.equals(Cursor.NO_TEXT);
    }

    /** Without what stands in for a broken id: no reference, broken or not, leads there. */
    private <T> Map<String, Integer> index(String pointer, List<T> items, Function<T, String> id) {
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String key = id.apply(items.get(i));
            Integer first = isStandIn(key) ? null : byId.putIfAbsent(key, i);
            if (first != null) {
                faults.add(pointer + "/" + i + "/id", "is the same as that of " + pointer + "/" + first);
            }
        }
        return byId;
    }

    private void stations(Map<String, Integer> sites) {
        for (int i = 0; i < instance.stations().size(); i++) {
            PlanInstance.Station station = instance.stations().get(i);
            String pointer = "/stations/" + i;
            if (!sites.containsKey(station.base())) {
                faults.add(pointer + "/base", "names no site of this instance");
            }
            if (station.workday().end() <= station.workday().start()) {
                faults.add(pointer + "/workday/end", "must be later than the start of the working day");
            }
            if (!worksSomeDay(station)) {
                faults.add(pointer + "/closedDates", "together with the holidays leave no working day in the horizon");
            }
        }
    }

    private boolean worksSomeDay(PlanInstance.Station station) {
        PlanInstance.Horizon horizon = instance.horizon();
        if (isStandIn(horizon.start()) || isStandIn(horizon.end())) {
            return true;
        }
        long days = ChronoUnit.DAYS.between(horizon.start(), horizon.end()) + 1;
        if (days <= 0 || days > MOST_HORIZON_DAYS) {
            return true; // the horizon's own fault says enough
        }
        Set<LocalDate> closed = new HashSet<>(instance.closedDates());
        closed.addAll(station.closedDates());
        return horizon.start().datesUntil(horizon.end().plusDays(1)).anyMatch(date -> !closed.contains(date));
    }

    private void sites() {
        for (int i = 0; i < instance.sites().size(); i++) {
            List<PlanInstance.Window> windows = instance.sites().get(i).windows();
            for (int w = 0; w < windows.size(); w++) {
                if (isReversed(windows.get(w).from(), windows.get(w).to())) {
                    faults.add("/sites/" + i + "/windows/" + w + "/to", "must not be earlier than from");
                }
            }
        }
    }

    static boolean isReversed(@Nullable Integer from, @Nullable Integer to) {
        return from != null && to != null && to < from;
    }

    private void travel(PlanInstance.Travel travel, Map<String, Integer> sites) {
        Map<String, Integer> rows = new HashMap<>(); // with what stands in for a broken id, to tell that there is one
        for (int i = 0; i < travel.sites().size(); i++) {
            String id = travel.sites().get(i);
            if (rows.putIfAbsent(id, i) != null) {
                faults.add("/travel/sites/" + i, "names a site twice");
            } else if (!sites.containsKey(id)) {
                faults.add("/travel/sites/" + i, "names no site of this instance");
            }
        }
        if (rows.containsKey(Cursor.NO_TEXT)) {
            return; // that row may be of any site
        }
        for (int i = 0; i < instance.sites().size(); i++) {
            if (!rows.containsKey(instance.sites().get(i).id())) {
                faults.add("/sites/" + i + "/id", "has no row in the travel matrix: add it to travel/sites");
            }
        }
    }
}
