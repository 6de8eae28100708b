package ro.caravana.planning.search;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.UnservedReason;

/** Why a visit is not in a plan: every day on which it might be held is tried, and what forbids it is counted. */
public final class Reasons {
    private final PlanInstance instance;
    private final Model model;
    private final Routes routes;
    private final Gaps gaps;
    private final Insertion insertion;

    Reasons(PlanInstance instance, Model model, int[][] plan) {
        this.instance = instance;
        this.model = model;
        routes = Routes.holding(model, plan);
        gaps = new Gaps(routes);
        insertion = new Insertion(routes, gaps, new Random(0), 0);
    }

    /** The reasons, the one that closes most days first; at least one. */
    public List<UnservedReason> of(int visit) {
        if (model.allowedRoutes[visit].length == 0) {
            return List.of(
                    longestWindow(visit) < model.service[visit]
                            ? UnservedReason.WINDOW_TOO_SHORT
                            : UnservedReason.NO_OPEN_DAY);
        }
        int before = model.predecessor[visit];
        if (before != Model.NONE && routes.routeOf[before] == Model.NONE) {
            return List.of(UnservedReason.PREDECESSOR_UNSERVED);
        }
        Map<UnservedReason, Integer> days = new EnumMap<>(UnservedReason.class);
        for (int route : model.allowedRoutes[visit]) {
            days.merge(why(visit, route), 1, Integer::sum);
        }
        if (days.containsKey(UnservedReason.NOT_WORTH_THE_DRIVE)) {
            return List.of(UnservedReason.NOT_WORTH_THE_DRIVE);
        }
        Comparator<Map.Entry<UnservedReason, Integer>> byDays = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return days.entrySet().stream()
                .sorted(byDays.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private UnservedReason why(int visit, int route) {
        if (model.persons[visit] > model.routeCapacity[route]) {
            return UnservedReason.TOO_MANY_PERSONS;
        }
        if (!insertion.fitsAlone(visit, route)) {
            return UnservedReason.DAY_TOO_SHORT;
        }
        int day = model.routeDay[route];
        if (day < gaps.firstDay(visit) || day > gaps.lastDay(visit)) {
            return UnservedReason.AFTER_GAP;
        }
        if (!gaps.seriesAllows(visit, day)) {
            return UnservedReason.SERIES_GAP;
        }
        if (routes.load[route] + model.persons[visit] > model.routeCapacity[route]) {
            return UnservedReason.CAPACITY_FULL;
        }
        return insertion.placeWithin(visit, route) ? UnservedReason.NOT_WORTH_THE_DRIVE : UnservedReason.NO_TIME_LEFT;
    }

    /** The longest time the site and the visit's own hours leave open on any day, in seconds. */
    private int longestWindow(int visit) {
        PlanInstance.Visit wanted = instance.visits().get(visit);
        int from = wanted.from() == null ? 0 : wanted.from();
        int to = wanted.to() == null ? 86_400 : wanted.to();
        List<PlanInstance.Window> windows = instance.sites().stream()
                .filter(site -> site.id().equals(wanted.site()))
                .findFirst()
                .map(PlanInstance.Site::windows)
                .orElse(List.of());
        int longest = windows.isEmpty() ? to - from : 0;
        for (PlanInstance.Window window : windows) {
            int opens = Math.max(from, window.from() == null ? 0 : window.from());
            int closes = Math.min(to, window.to() == null ? 86_400 : window.to());
            longest = Math.max(longest, closes - opens);
        }
        return longest;
    }
}
