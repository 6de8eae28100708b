package ro.caravana.planning.instance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/**
 * What cannot be true of visits whatever the plan: unknown ids, circles, contradictory pins, reversed times. What stands in for a value
 * that could not be read is not judged: its place has been told of.
 */
final class VisitRules {
    private static final long VISITS = Places.member(Places.ROOT, "visits");

    private final PlanInstance instance;
    private final Faults faults;
    private final Map<String, Integer> stations;
    private final Map<String, Integer> sites;
    private final Map<String, Integer> visits;
    private final Map<String, Integer> seriesFirst = new HashMap<>();
    private final Set<LocalDate> holidays;
    private final List<Set<LocalDate>> stationClosures = new ArrayList<>();

    VisitRules(PlanInstance instance, Faults faults, Map<String, Integer> stations, Map<String, Integer> sites) {
        this.instance = instance;
        this.faults = faults;
        this.stations = stations;
        this.sites = sites;
        this.visits = new HashMap<>(2 * instance.visits().size());
        this.holidays = new HashSet<>(instance.closedDates());
        instance.stations().forEach(station -> stationClosures.add(new HashSet<>(station.closedDates())));
    }

    void check() {
        List<PlanInstance.Visit> all = instance.visits();
        for (int i = 0; i < all.size(); i++) {
            String id = all.get(i).id();
            Integer first = InstanceRules.isStandIn(id) ? null : visits.putIfAbsent(id, i);
            if (first != null) {
                fault(i, "id", "is the same as that of /visits/" + first);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            visit(i, all.get(i));
        }
        circles();
        pinnedTogether();
    }

    private void fault(int visit, String path, String message) {
        faults.add(() -> Places.below(Places.element(VISITS, visit), path), () -> pointer(visit, path), () -> message);
    }

    private static String pointer(int visit, String member) {
        return "/visits/" + visit + "/" + member;
    }

    private static boolean isUnknown(String id, Map<String, Integer> known) {
        return !InstanceRules.isStandIn(id) && !known.containsKey(id);
    }

    private void visit(int i, PlanInstance.Visit visit) {
        if (isUnknown(visit.site(), sites)) {
            fault(i, "site", "names no site of this instance");
        }
        if (InstanceRules.isReversed(visit.from(), visit.to())) {
            fault(i, "to", "must not be earlier than from");
        }
        if (visit.earliest() != null && visit.latest() != null && visit.latest().isBefore(visit.earliest())) {
            fault(i, "latest", "must not be before earliest");
        }
        if (visit.after() != null) {
            after(i, visit.after());
        }
        if (visit.series() != null) {
            series(i, visit.series());
        }
        if (visit.pinned() != null) {
            pinned(i, visit, visit.pinned());
        }
    }

    private void after(int i, PlanInstance.After after) {
        if (isUnknown(after.visit(), visits)) {
            fault(i, "after/visit", "names no visit of this instance");
        }
        if (InstanceRules.isReversed(after.minDays(), after.maxDays())) {
            fault(i, "after/maxDays", "must not be less than minDays");
        }
    }

    /** All members of a series carry the same gaps: otherwise nobody knows which of two counts between them. */
    private void series(int i, PlanInstance.Series series) {
        if (InstanceRules.isReversed(series.minGapDays(), series.maxGapDays())) {
            fault(i, "series/maxGapDays", "must not be less than minGapDays");
        }
        Integer first = InstanceRules.isStandIn(series.id()) ? null : seriesFirst.putIfAbsent(series.id(), i);
        if (first != null && !series.equals(instance.visits().get(first).series())) {
            fault(i, "series", "has other gaps than the same series at /visits/" + first);
        }
    }

    private void pinned(int i, PlanInstance.Visit visit, PlanInstance.Pinned pin) {
        if (isUnknown(pin.station(), stations)) {
            fault(i, "pinned/station", "names no station of this instance");
        }
        String wrong =
                InstanceRules.isStandIn(pin.date()) ? null : wrongDate(visit, pin.date(), stations.get(pin.station()));
        if (wrong != null) {
            fault(i, "pinned/date", wrong);
        }
        Integer start = pin.startSeconds();
        if (start == null) {
            return;
        }
        if (visit.from() != null && start < visit.from()) {
            fault(i, "pinned/startSeconds", "is before the visit's own from");
        } else if (start + visit.serviceSeconds() > (visit.to() == null ? InstanceReader.DAY_SECONDS : visit.to())) {
            fault(i, "pinned/startSeconds", "makes the visit end after its own to, or after midnight");
        }
    }

    private @Nullable String wrongDate(PlanInstance.Visit visit, LocalDate date, @Nullable Integer station) {
        if (isOutside(instance.horizon(), date)) {
            return "lies outside the horizon";
        }
        if (visit.earliest() != null && date.isBefore(visit.earliest())) {
            return "is before the visit's own earliest date";
        }
        if (visit.latest() != null && date.isAfter(visit.latest())) {
            return "is after the visit's own latest date";
        }
        if (holidays.contains(date)) {
            return "is one of closedDates";
        }
        if (station != null && stationClosures.get(station).contains(date)) {
            return "is one of the station's closedDates";
        }
        Integer site = sites.get(visit.site());
        boolean closed =
                site != null && instance.sites().get(site).closedDates().contains(date);
        return closed ? "is one of the site's closedDates" : null;
    }

    /** Of the side that could be read: nothing lies before what stands in for a start. */
    private static boolean isOutside(PlanInstance.Horizon horizon, LocalDate date) {
        return date.isBefore(horizon.start())
                || (!InstanceRules.isStandIn(horizon.end()) && date.isAfter(horizon.end()));
    }

    private void circles() {
        int[] state = new int[instance.visits().size()]; // 0 unseen, otherwise the walk that saw it
        for (int i = 0; i < state.length; i++) {
            int at = i;
            while (at >= 0 && state[at] == 0) {
                state[at] = i + 1;
                at = predecessor(at);
            }
            if (at >= 0 && state[at] == i + 1) {
                fault(at, "after/visit", "leads in a circle back to this visit");
            }
        }
    }

    private int predecessor(int visit) {
        PlanInstance.After after = instance.visits().get(visit).after();
        return after == null ? -1 : visits.getOrDefault(after.visit(), -1);
    }

    /** Two pins of one station that overlap in time, or a pinned pair whose days contradict their own gap or their series'. */
    private void pinnedTogether() {
        Map<String, List<Integer>> byDay = new HashMap<>();
        Map<String, List<Integer>> bySeries = new HashMap<>();
        for (int i = 0; i < instance.visits().size(); i++) {
            PlanInstance.Pinned pin = instance.visits().get(i).pinned();
            if (pin == null || InstanceRules.isStandIn(pin.date())) {
                continue;
            }
            if (pin.startSeconds() != null && !InstanceRules.isStandIn(pin.station())) {
                byDay.computeIfAbsent(pin.station() + " " + pin.date(), key -> new ArrayList<>())
                        .add(i);
            }
            PlanInstance.Series series = instance.visits().get(i).series();
            if (series != null && !InstanceRules.isStandIn(series.id())) {
                bySeries.computeIfAbsent(series.id(), key -> new ArrayList<>()).add(i);
            }
            pinnedAfter(i, pin);
        }
        byDay.values().forEach(this::overlaps);
        bySeries.values().forEach(this::tooNear);
    }

    /** Whatever else is held between them, two pinned days of a series that are too near cannot both be kept. */
    private void tooNear(List<Integer> members) {
        members.sort(Comparator.comparingLong(this::pinnedDay));
        for (int k = 1; k < members.size(); k++) {
            int before = members.get(k - 1);
            PlanInstance.Series series = instance.visits().get(members.get(k)).series();
            long days = pinnedDay(members.get(k)) - pinnedDay(before);
            if (series != null && series.minGapDays() != null && days < series.minGapDays()) {
                fault(
                        members.get(k),
                        "pinned/date",
                        "is nearer than the series' minGapDays to the visit pinned at /visits/" + before);
            }
        }
    }

    private long pinnedDay(int visit) {
        PlanInstance.Pinned pin = instance.visits().get(visit).pinned();
        return pin == null ? 0 : pin.date().toEpochDay();
    }

    private void overlaps(List<Integer> sameDay) {
        sameDay.sort(Comparator.comparingInt(this::pinnedStart));
        for (int k = 1; k < sameDay.size(); k++) {
            int before = sameDay.get(k - 1);
            int end = pinnedStart(before) + instance.visits().get(before).serviceSeconds();
            if (pinnedStart(sameDay.get(k)) < end) {
                fault(sameDay.get(k), "pinned/startSeconds", "overlaps with the visit pinned at /visits/" + before);
            }
        }
    }

    private int pinnedStart(int visit) {
        PlanInstance.Pinned pin = instance.visits().get(visit).pinned();
        return pin == null || pin.startSeconds() == null ? 0 : pin.startSeconds();
    }

    private void pinnedAfter(int i, PlanInstance.Pinned pin) {
        PlanInstance.After after = instance.visits().get(i).after();
        int before = predecessor(i);
        PlanInstance.Pinned other =
                before < 0 ? null : instance.visits().get(before).pinned();
        if (after == null || other == null || InstanceRules.isStandIn(other.date())) {
            return;
        }
        long days = pin.date().toEpochDay() - other.date().toEpochDay();
        if (days < (after.minDays() == null ? 0 : after.minDays())
                || (after.maxDays() != null && days > after.maxDays())) {
            fault(i, "pinned/date", "contradicts the days after the visit pinned at /visits/" + before);
        }
    }
}
