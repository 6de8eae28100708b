package ro.caravana.planning.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.derive.WaitLimit;

/** What shaped one planned visit: the rules that bind it to others, to its site and to its day. */
final class Shaping {
    private final PlanInstance instance;
    private final PlanInstance.Visit visit;
    private final UnaryOperator<String> names;
    private final Preferences preferences;
    private final Map<String, PlanInstance.Visit> visits = new HashMap<>();
    private final Map<String, Plan.PlannedVisit> planned = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    /**
     * @param names of the places of visits, by their ids
     * @param preferences tell why dates are preferred
     */
    Shaping(PlanInstance instance, Plan plan, String id, UnaryOperator<String> names, Preferences preferences) {
        this.instance = instance;
        this.names = names;
        this.preferences = preferences;
        instance.visits().forEach(one -> visits.put(one.id(), one));
        plan.visits().forEach(one -> planned.put(one.visit(), one));
        this.visit = Objects.requireNonNull(visits.get(id), "asked for a visit of the instance");
    }

    List<Shape> list(boolean agreed) {
        if (agreed) {
            shapes.add(Shape.of("agreed"));
        }
        if (visit.required() && !WaitLimit.holdsFor(visit)) {
            shapes.add(Shape.of("required"));
        }
        succession();
        series();
        longestWait();
        ownDates();
        preferredDates();
        Optional.ofNullable(planned.get(visit.id())).ifPresent(this::day);
        return List.copyOf(shapes);
    }

    private void succession() {
        if (visit.after() != null) {
            succession("after", visit.after(), visit.after().visit());
        }
        for (PlanInstance.Visit other : instance.visits()) {
            if (other.after() != null && other.after().visit().equals(visit.id())) {
                succession("followed", other.after(), other.id());
            }
        }
    }

    private void succession(String code, PlanInstance.After after, String other) {
        Plan.PlannedVisit there = planned.get(other);
        if (there != null) {
            int least = after.minDays() == null ? 0 : after.minDays();
            Object most = after.maxDays() == null ? "∞" : after.maxDays();
            shapes.add(Shape.of(code, least, most, there.date()));
        }
    }

    private void series() {
        Plan.PlannedVisit here = planned.get(visit.id());
        PlanInstance.Series series = visit.series();
        Integer gap = series == null ? null : series.minGapDays();
        if (series == null || gap == null || here == null) {
            return;
        }
        List<LocalDate> dates = mates().sorted().toList();
        dates.stream()
                .filter(date -> date.isBefore(here.date()))
                .max(Comparator.naturalOrder())
                .ifPresent(date -> shapes.add(Shape.of("series-before", gap, date)));
        dates.stream()
                .filter(date -> date.isAfter(here.date()))
                .findFirst()
                .ifPresent(date -> shapes.add(Shape.of("series-next", gap, date)));
    }

    /** Days of the other visits of its series. */
    private Stream<LocalDate> mates() {
        String series = visit.series() == null ? "" : visit.series().id();
        return instance.visits().stream()
                .filter(other -> other.series() != null && other.series().id().equals(series))
                .filter(other -> !other.id().equals(visit.id()))
                .flatMap(other -> Optional.ofNullable(planned.get(other.id())).stream())
                .map(Plan.PlannedVisit::date);
    }

    /** Of those the limit is kept by, with the visit before and the next where there are any. */
    private void longestWait() {
        Plan.PlannedVisit here = planned.get(visit.id());
        if (!WaitLimit.holdsFor(visit)
                || visit.series() == null
                || visit.series().maxGapDays() == null) {
            return;
        }
        int days = visit.series().maxGapDays();
        shapes.add(Shape.of("wait", WaitLimit.monthsOfDays(days)));
        if (visit.required() && visit.latest() != null && visit.pinned() == null) {
            shapes.add(Shape.of("wait-latest", visit.latest()));
        }
        if (visit.required() && visit.earliest() != null && visit.pinned() == null) {
            shapes.add(Shape.of("wait-earliest", visit.earliest()));
        }
        if (here != null) {
            mates().filter(date -> date.isBefore(here.date()))
                    .max(Comparator.naturalOrder())
                    .ifPresent(date -> shapes.add(Shape.of("wait-before", date, date.plusDays(days))));
        }
    }

    private void ownDates() {
        boolean told = WaitLimit.holdsFor(visit) && visit.required() && visit.pinned() == null;
        if (!told && (visit.earliest() != null || visit.latest() != null)) {
            LocalDate first = Objects.requireNonNullElse(
                    visit.earliest(), instance.horizon().start());
            LocalDate last = Objects.requireNonNullElse(
                    visit.latest(), instance.horizon().end());
            shapes.add(Shape.of("dates", first, last));
        }
    }

    private void preferredDates() {
        if (visit.preferredDates().isEmpty()) {
            return;
        }
        List<String> reasons = preferences.reasonsOf(visit);
        reasons.forEach(reason -> shapes.add(Shape.of("preferred-" + reason)));
        if (reasons.isEmpty()) {
            shapes.add(Shape.of("preferred"));
        }
        Plan.PlannedVisit here = planned.get(visit.id());
        if (here != null && !visit.preferredDates().contains(here.date())) {
            shapes.add(Shape.of("preferred-missed"));
        }
    }

    private void day(Plan.PlannedVisit here) {
        List<Plan.PlannedVisit> round = planned.values().stream()
                .filter(other ->
                        other.date().equals(here.date()) && other.station().equals(here.station()))
                .sorted(Comparator.comparingInt(Plan.PlannedVisit::start))
                .toList();
        String others = round.stream()
                .filter(other -> !other.visit().equals(visit.id()))
                .map(other -> names.apply(other.visit()))
                .distinct()
                .collect(Collectors.joining(", "));
        shapes.add(others.isEmpty() ? Shape.of("alone", minutesThereAndBack(here)) : Shape.of("round", others));
        capacity(here, round);
        window(here);
    }

    private int minutesThereAndBack(Plan.PlannedVisit here) {
        PlanInstance.Travel travel = Objects.requireNonNull(instance.travel(), "plans are solved with their roads");
        int base = travel.sites().indexOf(station(here).base());
        int site = travel.sites().indexOf(visit.site());
        return Math.round((travel.seconds()[base][site] + travel.seconds()[site][base]) / 60f);
    }

    private PlanInstance.Station station(Plan.PlannedVisit here) {
        return instance.stations().stream()
                .filter(one -> one.id().equals(here.station()))
                .findFirst()
                .orElseThrow();
    }

    private void capacity(Plan.PlannedVisit here, List<Plan.PlannedVisit> round) {
        Integer most = station(here).capacityPersons();
        if (most != null) {
            int persons = round.stream()
                    .map(other -> visits.get(other.visit()))
                    .filter(Objects::nonNull)
                    .mapToInt(PlanInstance.Visit::persons)
                    .sum();
            shapes.add(Shape.of("capacity", persons, most));
        }
    }

    private void window(Plan.PlannedVisit here) {
        instance.sites().stream()
                .filter(site -> site.id().equals(visit.site()))
                .flatMap(site -> site.windows().stream())
                .filter(window -> window.isOn(here.date()))
                .forEach(window -> window(window, here));
    }

    private void window(PlanInstance.Window window, Plan.PlannedVisit here) {
        Integer from = window.from();
        Integer to = window.to();
        if (from != null && to != null && from <= here.start() && here.end() <= to) {
            shapes.add(Shape.of("window", clock(from), clock(to)));
        }
    }

    private static String clock(int seconds) {
        return String.format("%02d:%02d", seconds / 3600, seconds / 60 % 60);
    }
}
