package ro.caravana.planning.price;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanPrices;
import ro.caravana.planning.PlanRule;
import ro.caravana.planning.derive.WaitLimit;

/** The rules that have a price, each with the one change that shows it. A rule that the problem does not have has none. */
enum Relaxation {
    /** Nothing changes: what the same seconds bring by themselves. */
    CONTROL(PlanPrices.CONTROL, instance -> Optional.of(new Relaxed(instance, Optional.empty()))),
    /** A second vehicle, like the first, on the working day nearest to the middle. */
    STATION_DAY("station-day", Relaxation::oneMoreStationDay),
    /** Every station is back an hour later; sites open as before. */
    WORKING_HOUR("working-hour", instance -> Optional.of(new Relaxed(oneMoreHour(instance), Optional.empty()))),
    /** Ten persons more in a station's day. */
    PERSONS("ten-persons", Relaxation::tenMorePersons),
    /** Nothing has to be visited: no UAT is owed its visit. */
    FLOOR("required-visits", Relaxation::nothingRequired),
    /** Visits may be held from the first day on. */
    NOTICE("notice", Relaxation::withoutNotice),
    /** Agreed and announced visits may move, and are still owed. */
    PROMISES(
            "agreed-visits",
            instance -> changed(
                    instance,
                    visit -> visit.pinned() != null || visit.announced(),
                    visit -> visit.withRequired(true).withPinned(null, false))),
    /** A handover may come as late as it likes. */
    HANDOVER(
            "handover-latest",
            instance -> changed(
                    instance,
                    visit -> visit.after() != null && visit.after().maxDays() != null,
                    visit -> visit.withAfter(withoutLatest(visit.after())))),
    /** Repeat visits may follow each other as they like. */
    SPACING(
            "series-gap",
            instance -> changed(instance, visit -> visit.series() != null, visit -> visit.withSeries(null))),
    /** UATs may wait for their next visit as long as the plan likes. */
    WAIT("longest-wait", Relaxation::withoutWaitLimit),
    /** No day suits a visit better than another. */
    PREFERENCE("preferred-dates", Relaxation::withoutPreferences);

    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;
    private static final int MORE_PERSONS = 10;

    /** @param detail by how much, where that depends on the problem */
    record Relaxed(PlanInstance instance, Optional<String> detail) {}

    private final String code;
    private final Function<PlanInstance, Optional<Relaxed>> change;

    Relaxation(String code, Function<PlanInstance, Optional<Relaxed>> change) {
        this.code = code;
        this.change = change;
    }

    String code() {
        return code;
    }

    /** Empty where the problem does not have the rule. */
    Optional<Relaxed> of(PlanInstance instance) {
        return change.apply(instance);
    }

    private static Optional<Relaxed> oneMoreStationDay(PlanInstance instance) {
        PlanInstance.Station first = instance.stations().get(0);
        Set<LocalDate> closed = new HashSet<>(first.closedDates());
        closed.addAll(instance.closedDates());
        List<LocalDate> all = instance.horizon()
                .start()
                .datesUntil(instance.horizon().end().plusDays(1))
                .toList();
        List<LocalDate> worked =
                all.stream().filter(date -> !closed.contains(date)).toList();
        if (worked.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = worked.get(worked.size() / 2);
        PlanInstance.Station further = new PlanInstance.Station(
                freeId(instance),
                first.base(),
                first.workday(),
                first.maxSeconds(),
                all.stream().filter(date -> !date.equals(day)).toList(),
                first.costPerKm(),
                first.capacityPersons());
        List<PlanInstance.Station> stations =
                Stream.concat(instance.stations().stream(), Stream.of(further)).toList();
        return Optional.of(new Relaxed(instance.withStations(stations), Optional.of(day.toString())));
    }

    private static String freeId(PlanInstance instance) {
        String id = "station-more";
        while (has(instance, id)) {
            id += "-x";
        }
        return id;
    }

    private static boolean has(PlanInstance instance, String id) {
        return instance.stations().stream().anyMatch(station -> station.id().equals(id));
    }

    private static PlanInstance oneMoreHour(PlanInstance instance) {
        return withStations(
                instance,
                station -> new PlanInstance.Station(
                        station.id(),
                        station.base(),
                        new PlanInstance.Workday(
                                station.workday().start(),
                                Math.min(DAY, station.workday().end() + HOUR)),
                        station.maxSeconds() == null ? null : Math.min(DAY, station.maxSeconds() + HOUR),
                        station.closedDates(),
                        station.costPerKm(),
                        station.capacityPersons()));
    }

    private static Optional<Relaxed> tenMorePersons(PlanInstance instance) {
        if (instance.stations().stream().allMatch(station -> station.capacityPersons() == null)) {
            return Optional.empty();
        }
        PlanInstance changed = withStations(
                instance,
                station -> new PlanInstance.Station(
                        station.id(),
                        station.base(),
                        station.workday(),
                        station.maxSeconds(),
                        station.closedDates(),
                        station.costPerKm(),
                        station.capacityPersons() == null ? null : station.capacityPersons() + MORE_PERSONS));
        return Optional.of(new Relaxed(changed, Optional.empty()));
    }

    private static PlanInstance withStations(PlanInstance instance, UnaryOperator<PlanInstance.Station> change) {
        return instance.withStations(instance.stations().stream().map(change).toList());
    }

    /** Agreed visits stay owed: they are promises, not the floor. */
    private static Optional<Relaxed> nothingRequired(PlanInstance instance) {
        return changed(
                instance, visit -> visit.required() && visit.pinned() == null, visit -> visit.withRequired(false));
    }

    private static Optional<Relaxed> withoutNotice(PlanInstance instance) {
        if (instance.noticeDays() == 0) {
            return Optional.empty();
        }
        PlanInstance changed = new PlanInstance(
                instance.schema(),
                instance.horizon(),
                instance.closedDates(),
                0,
                instance.stations(),
                instance.sites(),
                instance.visits(),
                instance.travel(),
                instance.weights());
        return Optional.of(new Relaxed(changed, Optional.of(String.valueOf(instance.noticeDays()))));
    }

    /** Tells the months of the limit. */
    private static Optional<Relaxed> withoutWaitLimit(PlanInstance instance) {
        return WaitLimit.monthsOf(instance)
                .map(months -> new Relaxed(WaitLimit.lifted(instance), Optional.of(String.valueOf(months))));
    }

    /** Dates that weigh nothing are no rule of the problem. */
    private static Optional<Relaxed> withoutPreferences(PlanInstance instance) {
        return instance.weights().of(PlanRule.PREFERRED_DATE) > 0
                ? changed(
                        instance,
                        visit -> !visit.preferredDates().isEmpty(),
                        visit -> visit.withPreferredDates(List.of()))
                : Optional.empty();
    }

    /** Tells how many visits the rule holds for. */
    private static Optional<Relaxed> changed(
            PlanInstance instance, Predicate<PlanInstance.Visit> which, UnaryOperator<PlanInstance.Visit> change) {
        long count = instance.visits().stream().filter(which).count();
        List<PlanInstance.Visit> visits = instance.visits().stream()
                .map(visit -> which.test(visit) ? change.apply(visit) : visit)
                .toList();
        return count == 0
                ? Optional.empty()
                : Optional.of(new Relaxed(instance.withVisits(visits), Optional.of(String.valueOf(count))));
    }

    private static PlanInstance.@Nullable After withoutLatest(PlanInstance.@Nullable After after) {
        return after == null ? null : new PlanInstance.After(after.visit(), after.minDays(), null);
    }
}
