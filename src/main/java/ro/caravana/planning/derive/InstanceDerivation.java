package ro.caravana.planning.derive;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ro.caravana.need.Need;
import ro.caravana.planning.Experience;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Station;
import ro.caravana.planning.availability.OpenHours;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.travel.TravelMatrix;

/** Builds the year's whole planning problem from need, territory and travel. Immutable; a pure function of its arguments. */
public final class InstanceDerivation {
    /** Twenty persons too many in a month weigh as much as one visit off its preferred date: assumptions, below all that costs. */
    private static final PlanInstance.Weights SPREAD_OVER_THE_YEAR =
            new PlanInstance.Weights(null, null, null, null, null, null, null, 0.5, 0.05);

    private final PlanningDefaults defaults;
    private final Holidays holidays;

    public InstanceDerivation(PlanningDefaults defaults, Holidays holidays) {
        this.defaults = defaults;
        this.holidays = holidays;
    }

    /**
     * What is to be planned.
     *
     * @param start first day wanted; days before {@code today} are past and fall away
     * @param today the day of planning
     * @param stations at least one
     */
    public record Question(
            LocalDate start,
            LocalDate end,
            LocalDate today,
            List<Station> stations,
            Territory territory,
            Collection<Need> needs) {}

    /**
     * @param travel drives between all pairs of sites
     * @throws PlanJobProblem.BadOrder when a station has no working day in the horizon
     */
    public PlanInstance derive(Question question, Function<List<Site>, TravelMatrix> travel) {
        return derive(question, Known.NOTHING, travel);
    }

    /**
     * What people and visits have told.
     *
     * @param experience of visits that were held
     * @param hours of partners, sites, roads and stations
     * @param longestWait how long a UAT may wait for its next visit, and when it had its last; empty: as long as the plan likes
     * @param preferred which days suit visits better than others
     */
    public record Known(
            Experience experience,
            OpenHours hours,
            Optional<WaitLimit.Wish> longestWait,
            PreferredDates.Wish preferred) {
        public static final Known NOTHING =
                new Known(Experience.NONE, OpenHours.UNKNOWN, Optional.empty(), PreferredDates.Wish.NONE);
    }

    /**
     * With what is known beyond need, places and roads.
     *
     * @param travel drives between all pairs of sites
     * @throws PlanJobProblem.BadOrder when a station has no working day in the horizon
     */
    public PlanInstance derive(Question question, Known known, Function<List<Site>, TravelMatrix> travel) {
        LocalDate start = question.start().isBefore(question.today()) ? question.today() : question.start();
        PlanInstance.Horizon horizon = new PlanInstance.Horizon(start, question.end());
        List<LocalDate> closed = holidays.between(start, question.end());
        List<PlanInstance.Station> stations = question.stations().stream()
                .map(station -> station(station, horizon, closed, known.hours()))
                .toList();
        List<Site> sites = sites(question.territory(), question.stations());
        Map<String, OpenHours.Opening> openings = openings(sites, known.hours(), horizon);
        TravelMatrix matrix = travel.apply(sites);
        DayBudget budget = new DayBudget(
                question.stations(),
                matrix,
                site -> Objects.requireNonNull(openings.get(site.id())).longestSeconds());
        int noticeDays = noticeDaysLeft(question.today(), start);
        Optional<WaitLimit> limit = known.longestWait().map(wish -> new WaitLimit(wish, horizon, noticeDays));
        List<PlanInstance.Visit> visits = demands(question, known.experience(), horizon, budget, limit).stream()
                .map(demand -> visit(demand, question.territory()))
                .toList();
        PlanInstance instance = new PlanInstance(
                PlanInstance.SCHEMA,
                horizon,
                closed,
                noticeDays,
                stations,
                sites.stream()
                        .map(site -> site(site, Objects.requireNonNull(openings.get(site.id()))))
                        .toList(),
                visits,
                new PlanInstance.Travel(matrix.sites(), matrix.seconds(), matrix.metres()),
                SPREAD_OVER_THE_YEAR);
        PlanInstance limited = limit.map(wait -> wait.applyTo(instance, uats(question.territory())))
                .orElse(instance);
        return new PreferredDates(known.preferred(), question.territory(), question.needs()).applyTo(limited);
    }

    /** The UAT of every locality. */
    public static Map<Integer, Integer> uats(Territory territory) {
        return territory.listLocalities().stream()
                .collect(Collectors.toMap(Locality::siruta, Locality::uatSiruta, (one, same) -> one));
    }

    private static Map<String, OpenHours.Opening> openings(
            List<Site> sites, OpenHours hours, PlanInstance.Horizon horizon) {
        Map<String, OpenHours.Opening> openings = new HashMap<>();
        sites.forEach(site -> openings.put(
                site.id(), hours.of(site, OpeningHours.windows(site.kind()), horizon.start(), horizon.end())));
        return openings;
    }

    /** Whether what is known of a site leaves no hour of any week. */
    public static boolean isNeverOpen(Site site, OpenHours hours) {
        LocalDate anyDay = LocalDate.EPOCH;
        return hours.of(site, OpeningHours.windows(site.kind()), anyDay, anyDay).never();
    }

    private List<VisitDemand> demands(
            Question question,
            Experience experience,
            PlanInstance.Horizon horizon,
            DayBudget budget,
            Optional<WaitLimit> limit) {
        Territory territory = question.territory();
        return new VisitDerivation(
                        territory,
                        question.needs(),
                        defaults,
                        ChronoUnit.DAYS.between(horizon.start(), horizon.end()) + 1,
                        siruta -> budget.serviceSeconds(territory.defaultSite(siruta)),
                        experience,
                        uat -> limit.map(wait -> wait.owed(uat).visits()).orElse(0))
                .derive();
    }

    /** The instance counts notice from its first day; a year planned well ahead has had its notice before it starts. */
    private int noticeDaysLeft(LocalDate today, LocalDate start) {
        long ahead = start.toEpochDay() - today.toEpochDay();
        return (int) Math.max(0, defaults.noticeDays() - ahead);
    }

    /** The stations' bases first, then every locality's site, so that the matrix is the same whatever the need. */
    public static List<Site> sites(Territory territory, List<Station> stations) {
        Map<String, Site> sites = new LinkedHashMap<>();
        for (Station station : stations) {
            sites.put(station.baseSite(), territory.getSite(station.baseSite()));
        }
        for (Locality locality : territory.listLocalities()) {
            Site site = territory.defaultSite(locality.siruta());
            sites.put(site.id(), site);
        }
        return new ArrayList<>(sites.values());
    }

    private static PlanInstance.Station station(
            Station station, PlanInstance.Horizon horizon, List<LocalDate> holidays, OpenHours hours) {
        LocalDate start = horizon.start();
        LocalDate end = horizon.end();
        Set<LocalDate> off = new HashSet<>(hours.closedDates(station.id(), start, end));
        List<LocalDate> closed = start.datesUntil(end.plusDays(1))
                .filter(date -> !station.weekdays().contains(date.getDayOfWeek()) || off.contains(date))
                .toList();
        Set<LocalDate> idle = new TreeSet<>(closed);
        idle.addAll(holidays);
        if (idle.size() > end.toEpochDay() - start.toEpochDay()) {
            throw new PlanJobProblem.BadOrder(
                    "plan-station-without-working-days",
                    "stations",
                    "One of the stations has no working day between the first and the last day. Choose a longer time.");
        }
        return new PlanInstance.Station(
                station.id(),
                station.baseSite(),
                new PlanInstance.Workday(station.workdayStart(), station.workdayEnd()),
                station.workdayEnd() - station.workdayStart(),
                closed,
                null,
                station.capacityPersons());
    }

    private static PlanInstance.Site site(Site site, OpenHours.Opening opening) {
        return new PlanInstance.Site(
                site.id(),
                site.localitySiruta(),
                site.position().lat(),
                site.position().lon(),
                opening.windows(),
                opening.closedDates());
    }

    private PlanInstance.Visit visit(VisitDemand demand, Territory territory) {
        PlanInstance.After after = demand.after()
                .map(capture -> new PlanInstance.After(capture, defaults.handoverMinDays(), defaults.handoverMaxDays()))
                .orElse(null);
        PlanInstance.Series series = demand.series()
                .map(id -> new PlanInstance.Series(id, defaults.seriesMinGapDays(), null))
                .orElse(null);
        return new PlanInstance.Visit(
                demand.id(),
                territory.defaultSite(demand.siruta()).id(),
                PlanInstance.Kind.valueOf(demand.kind().name()),
                demand.persons(),
                demand.value(),
                demand.serviceSeconds(),
                demand.required(),
                null,
                null,
                null,
                null,
                after,
                series,
                List.of(),
                null,
                false);
    }
}
