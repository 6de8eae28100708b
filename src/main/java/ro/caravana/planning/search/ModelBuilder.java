package ro.caravana.planning.search;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** Turns an instance into a {@link Model}. */
final class ModelBuilder {
    private static final int DAY_SECONDS = 86_400;
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final PlanInstance instance;
    private final Model model = new Model();
    private final Map<String, Integer> siteIndex = new HashMap<>();
    private final Map<String, Integer> row = new HashMap<>();
    private final List<Integer> pool = new ArrayList<>();
    private final Map<List<Integer>, Integer> pooled = new HashMap<>();
    private final List<Set<LocalDate>> siteClosures = new ArrayList<>();
    private final LocalDate start;
    private LocalDate[] dates = {};

    private ModelBuilder(PlanInstance instance) {
        this.instance = instance;
        this.start = instance.horizon().start();
    }

    static Model build(PlanInstance instance) {
        ModelBuilder builder = new ModelBuilder(instance);
        builder.places();
        builder.routes();
        builder.costs();
        builder.visits();
        builder.startWindows();
        builder.allowedRoutes();
        RelationBuilder.fill(builder.model, instance);
        return builder.model;
    }

    private void places() {
        PlanInstance.Travel travel = Objects.requireNonNull(instance.travel(), "travel is filled before solving");
        for (int i = 0; i < travel.sites().size(); i++) {
            row.put(travel.sites().get(i), i);
        }
        for (int i = 0; i < instance.sites().size(); i++) {
            siteIndex.put(instance.sites().get(i).id(), i);
            siteClosures.add(new HashSet<>(instance.sites().get(i).closedDates()));
        }
        int size = travel.sites().size();
        model.locations = size;
        model.seconds = new int[size * size];
        for (int from = 0; from < size; from++) {
            System.arraycopy(travel.seconds()[from], 0, model.seconds, from * size, size);
        }
        model.secondsInto = Matrices.transposed(model.seconds, size);
        model.days = (int) ChronoUnit.DAYS.between(start, instance.horizon().end()) + 1;
        dates = start.datesUntil(start.plusDays(model.days)).toArray(LocalDate[]::new);
    }

    private void routes() {
        Set<LocalDate> holidays = new HashSet<>(instance.closedDates());
        List<int[]> found = new ArrayList<>();
        List<Set<LocalDate>> closures = new ArrayList<>();
        instance.stations().forEach(station -> closures.add(new HashSet<>(station.closedDates())));
        for (int day = 0; day < model.days; day++) {
            LocalDate date = start.plusDays(day);
            for (int s = 0; s < instance.stations().size(); s++) {
                if (!holidays.contains(date) && !closures.get(s).contains(date)) {
                    found.add(new int[] {s, day});
                }
            }
        }
        model.routes = found.size();
        model.routeStation = found.stream().mapToInt(route -> route[0]).toArray();
        model.routeDay = found.stream().mapToInt(route -> route[1]).toArray();
        model.indexDays();
        model.routeBase = ofStation(station -> Objects.requireNonNull(row.get(station.base())));
        model.routeStart = ofStation(station -> station.workday().start());
        model.routeEnd = ofStation(station -> station.workday().end());
        model.routeMaxSeconds = ofStation(station -> orNoLimit(station.maxSeconds()));
        model.routeCapacity = ofStation(station -> orNoLimit(station.capacityPersons()));
    }

    private static int orNoLimit(@org.jspecify.annotations.Nullable Integer limit) {
        return limit == null ? NO_LIMIT : limit;
    }

    private int[] ofStation(java.util.function.ToIntFunction<PlanInstance.Station> property) {
        return Arrays.stream(model.routeStation)
                .map(station -> property.applyAsInt(instance.stations().get(station)))
                .toArray();
    }

    private void costs() {
        Matrices matrices = new Matrices(instance, model.seconds, model.secondsInto);
        model.costScale = matrices.scale();
        model.stationDayCost = matrices.stationDayCost();
        model.preferencePenalty = instance.weights().of(PlanRule.PREFERRED_DATE) > 0 ? 1 : 0;
        model.routeArcCost = new int[model.routes][];
        model.routeArcCostInto = new int[model.routes][];
        for (int route = 0; route < model.routes; route++) {
            model.routeArcCost[route] = matrices.costs(model.routeStation[route]);
            model.routeArcCostInto[route] = matrices.costsInto(model.routeStation[route]);
        }
    }

    private void visits() {
        int count = instance.visits().size();
        model.visits = count;
        model.location = new int[count];
        model.service = new int[count];
        model.persons = new int[count];
        model.value = new long[count];
        model.leftOut = new long[count];
        model.pinned = new boolean[count];
        model.preferred = new boolean[count][];
        long weight = Math.round(1000 * instance.weights().of(PlanRule.REQUIRED_LEFT_OUT));
        for (int v = 0; v < count; v++) {
            PlanInstance.Visit visit = instance.visits().get(v);
            model.location[v] = Objects.requireNonNull(row.get(visit.site()));
            model.service[v] = visit.serviceSeconds();
            model.persons[v] = visit.persons();
            model.value[v] = Math.round(1000 * visit.value());
            model.leftOut[v] = visit.required() || visit.announced() ? weight : 0;
            model.pinned[v] = visit.pinned() != null;
            model.preferred[v] = preferredDays(visit);
        }
    }

    private boolean[] preferredDays(PlanInstance.Visit visit) {
        boolean[] days = new boolean[visit.preferredDates().isEmpty() ? 0 : model.days];
        for (LocalDate date : visit.preferredDates()) {
            long day = ChronoUnit.DAYS.between(start, date);
            if (day >= 0 && day < days.length) {
                days[(int) day] = true;
            }
        }
        return days;
    }

    private void startWindows() {
        model.startWindows = new int[model.visits * model.days];
        for (int v = 0; v < model.visits; v++) {
            startWindows(v, instance.visits().get(v));
        }
        model.pool = pool.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Most sites open by the day of the week alone: then seven answers serve the whole year. */
    private void startWindows(int number, PlanInstance.Visit visit) {
        int siteNumber = Objects.requireNonNull(siteIndex.get(visit.site()));
        List<PlanInstance.Window> open = instance.sites().get(siteNumber).windows();
        boolean weekly = open.stream().allMatch(window -> window.dates().isEmpty());
        int[] byWeekday = new int[DayOfWeek.values().length];
        Arrays.fill(byWeekday, UNKNOWN);
        for (int day = 0; day < model.days; day++) {
            LocalDate date = dates[day];
            int weekday = date.getDayOfWeek().ordinal();
            boolean allowed = dateAllowed(visit, date, day)
                    && !siteClosures.get(siteNumber).contains(date);
            if (allowed && (!weekly || byWeekday[weekday] == UNKNOWN)) {
                byWeekday[weekday] = windows(visit, open, date);
            }
            model.startWindows[number * model.days + day] = allowed ? byWeekday[weekday] : Model.CLOSED;
        }
    }

    private int windows(PlanInstance.Visit visit, List<PlanInstance.Window> open, LocalDate date) {
        int from = visit.from() == null ? 0 : visit.from();
        int to = visit.to() == null ? DAY_SECONDS : visit.to();
        if (visit.pinned() != null && visit.pinned().startSeconds() != null) {
            from = Math.max(from, visit.pinned().startSeconds());
            to = Math.min(to, visit.pinned().startSeconds() + visit.serviceSeconds());
        }
        List<Integer> pairs = new ArrayList<>();
        if (open.isEmpty()) {
            addPair(pairs, from, to - visit.serviceSeconds());
        }
        for (PlanInstance.Window window : open) {
            if (holdsOn(window, date)) {
                int first = Math.max(from, window.from() == null ? 0 : window.from());
                int last = Math.min(to, window.to() == null ? DAY_SECONDS : window.to());
                addPair(pairs, first, last - visit.serviceSeconds());
            }
        }
        return pairs.isEmpty() ? Model.CLOSED : pooled.computeIfAbsent(pairs, this::store);
    }

    private boolean dateAllowed(PlanInstance.Visit visit, LocalDate date, int day) {
        PlanInstance.Pinned pin = visit.pinned();
        if (pin != null && !pin.date().equals(date)) {
            return false;
        }
        if (pin == null && !visit.announced() && day < instance.noticeDays()) {
            return false;
        }
        return (visit.earliest() == null || !date.isBefore(visit.earliest()))
                && (visit.latest() == null || !date.isAfter(visit.latest()));
    }

    private static void addPair(List<Integer> pairs, int first, int last) {
        if (first <= last) {
            pairs.add(first);
            pairs.add(last);
        }
    }

    private static boolean holdsOn(PlanInstance.Window window, LocalDate date) {
        boolean everyDay = window.days().isEmpty() && window.dates().isEmpty();
        return everyDay || window.dates().contains(date) || window.days().contains(code(date.getDayOfWeek()));
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private int store(List<Integer> pairs) {
        int at = pool.size();
        pool.add(pairs.size() / 2);
        pool.addAll(pairs);
        return at;
    }

    private void allowedRoutes() {
        model.allowedRoutes = new int[model.visits][];
        int[] buffer = new int[model.routes];
        for (int v = 0; v < model.visits; v++) {
            PlanInstance.Pinned pin = instance.visits().get(v).pinned();
            int count = 0;
            for (int route = 0; route < model.routes; route++) {
                String station =
                        instance.stations().get(model.routeStation[route]).id();
                if (model.windowsOf(v, route) != Model.CLOSED
                        && (pin == null || pin.station().equals(station))) {
                    buffer[count++] = route;
                }
            }
            model.allowedRoutes[v] = Arrays.copyOf(buffer, count);
        }
    }
}
