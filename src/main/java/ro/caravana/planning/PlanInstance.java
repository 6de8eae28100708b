package ro.caravana.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole planning problem as one document, {@code caravana/plan-instance/1}; its JSON Schema is
 * {@code routes/plan-instance.schema.json}. Wire type: what is null was left out and means "no limit".
 *
 * <p>Seconds of the day run from 0 (midnight) to 86 400. Dates are local dates in Europe/Bucharest.
 *
 * @param noticeDays a visit that is neither pinned nor announced is held at least so many days after the horizon's start
 * @param travel null: to be filled from the road file before solving
 */
public record PlanInstance(
        String schema,
        Horizon horizon,
        List<LocalDate> closedDates,
        int noticeDays,
        List<Station> stations,
        List<Site> sites,
        List<Visit> visits,
        @Nullable Travel travel,
        Weights weights) {

    public static final String SCHEMA = "caravana/plan-instance/1";

    public PlanInstance {
        closedDates = List.copyOf(closedDates);
        stations = List.copyOf(stations);
        sites = List.copyOf(sites);
        visits = List.copyOf(visits);
    }

    public PlanInstance withTravel(Travel filled) {
        return new PlanInstance(schema, horizon, closedDates, noticeDays, stations, sites, visits, filled, weights);
    }

    public PlanInstance withVisits(List<Visit> other) {
        return new PlanInstance(schema, horizon, closedDates, noticeDays, stations, sites, other, travel, weights);
    }

    public PlanInstance withStations(List<Station> other) {
        return new PlanInstance(schema, horizon, closedDates, noticeDays, other, sites, visits, travel, weights);
    }

    public PlanInstance withSites(List<Site> other) {
        return new PlanInstance(schema, horizon, closedDates, noticeDays, stations, other, visits, travel, weights);
    }

    public PlanInstance withWeights(Weights other) {
        return new PlanInstance(schema, horizon, closedDates, noticeDays, stations, sites, visits, travel, other);
    }

    private static List<LocalDate> both(List<LocalDate> some, List<LocalDate> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().sorted().toList();
    }

    /** First and last day, both included. */
    public record Horizon(LocalDate start, LocalDate end) {}

    /**
     * A mobile station with its team.
     *
     * @param base id of the site where each day starts and ends
     * @param maxSeconds longest time between leaving the base and being back
     * @param costPerKm used only with the weight {@code kilometreCost}
     * @param capacityPersons persons per day
     */
    public record Station(
            String id,
            String base,
            Workday workday,
            @Nullable Integer maxSeconds,
            List<LocalDate> closedDates,
            @Nullable Double costPerKm,
            @Nullable Integer capacityPersons) {
        public Station {
            closedDates = List.copyOf(closedDates);
        }

        public Station closedAlsoOn(List<LocalDate> dates) {
            return new Station(id, base, workday, maxSeconds, both(closedDates, dates), costPerKm, capacityPersons);
        }
    }

    /** Seconds of the day between which a station may be away from its base. */
    public record Workday(int start, int end) {}

    /**
     * A place where a station can stop.
     *
     * @param siruta of its locality
     * @param windows when it is open; none means always
     */
    public record Site(
            String id,
            @Nullable Integer siruta,
            double lat,
            double lon,
            List<Window> windows,
            List<LocalDate> closedDates) {
        public Site {
            windows = List.copyOf(windows);
            closedDates = List.copyOf(closedDates);
        }

        public Site withWindows(List<Window> other) {
            return new Site(id, siruta, lat, lon, other, closedDates);
        }

        public Site closedAlsoOn(List<LocalDate> dates) {
            return new Site(id, siruta, lat, lon, windows, both(closedDates, dates));
        }
    }

    /**
     * Opening hours on some days. With neither weekdays nor dates they hold every day.
     *
     * @param days weekdays as MON, TUE, WED, THU, FRI, SAT, SUN
     * @param from second of the day, or null: from midnight
     * @param to second of the day, or null: until midnight
     */
    public record Window(
            List<String> days,
            List<LocalDate> dates,
            @Nullable Integer from,
            @Nullable Integer to) {
        public Window {
            days = List.copyOf(days);
            dates = List.copyOf(dates);
        }

        /** Whether its hours hold on that date. */
        public boolean isOn(LocalDate date) {
            boolean always = days.isEmpty() && dates.isEmpty();
            return always || days.contains(date.getDayOfWeek().name().substring(0, 3)) || dates.contains(date);
        }
    }

    /** What a visit is for. */
    public enum Kind {
        CAPTURE,
        HANDOVER,
        HOME
    }

    /**
     * A visit that may be held once.
     *
     * @param persons expected persons
     * @param value what serving it is worth
     * @param from earliest start of service, second of the day
     * @param to latest end of service, second of the day
     * @param announced citizens have been told: exempt from the notice period, left out only at the price of a required visit
     */
    public record Visit(
            String id,
            String site,
            Kind kind,
            int persons,
            double value,
            int serviceSeconds,
            boolean required,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable After after,
            @Nullable Series series,
            List<LocalDate> preferredDates,
            @Nullable Pinned pinned,
            boolean announced) {
        public Visit {
            preferredDates = List.copyOf(preferredDates);
        }

        public Visit withPinned(@Nullable Pinned pin, boolean nowAnnounced) {
            return with(required, earliest, latest, after, series, preferredDates, pin, nowAnnounced);
        }

        public Visit withRequired(boolean isRequired) {
            return with(isRequired, earliest, latest, after, series, preferredDates, pinned, announced);
        }

        /** Null: no limit on that side. */
        public Visit between(@Nullable LocalDate first, @Nullable LocalDate last) {
            return with(required, first, last, after, series, preferredDates, pinned, announced);
        }

        public Visit withAfter(@Nullable After link) {
            return with(required, earliest, latest, link, series, preferredDates, pinned, announced);
        }

        public Visit withSeries(@Nullable Series row) {
            return with(required, earliest, latest, after, row, preferredDates, pinned, announced);
        }

        public Visit withPreferredDates(List<LocalDate> dates) {
            return with(required, earliest, latest, after, series, dates, pinned, announced);
        }

        private Visit with(
                boolean isRequired,
                @Nullable LocalDate first,
                @Nullable LocalDate last,
                @Nullable After link,
                @Nullable Series row,
                List<LocalDate> dates,
                @Nullable Pinned pin,
                boolean nowAnnounced) {
            return new Visit(
                    id,
                    site,
                    kind,
                    persons,
                    value,
                    serviceSeconds,
                    isRequired,
                    first,
                    last,
                    from,
                    to,
                    link,
                    row,
                    dates,
                    pin,
                    nowAnnounced);
        }
    }

    /**
     * This visit follows another one, which must be held too. On the same day it is held by the same station, later in its round.
     *
     * @param minDays 0 when left out
     */
    public record After(
            String visit,
            @Nullable Integer minDays,
            @Nullable Integer maxDays) {}

    /** Visits of one series keep their distance: days between each and the next in time. */
    public record Series(
            String id,
            @Nullable Integer minGapDays,
            @Nullable Integer maxGapDays) {}

    /** Agreed: this station, this date and, when given, exactly this start of service. */
    public record Pinned(
            String station, LocalDate date, @Nullable Integer startSeconds) {}

    /** Driving between sites: {@code seconds[from][to]}, {@code metres[from][to]}, in the order of {@code sites}. */
    public record Travel(List<String> sites, int[][] seconds, int[][] metres) {
        public Travel {
            sites = List.copyOf(sites);
        }
    }

    /**
     * What each rule weighs within its level; null means the default of {@link PlanRule}.
     *
     * @param requiredLeftOut per required or announced visit that is not held (value level)
     * @param travelSeconds per second driven (cost level)
     * @param distance per metre driven (cost level)
     * @param stationDay per station and day that leaves its base (cost level)
     * @param kilometreCost per unit of {@code costPerKm} spent (cost level)
     * @param overtime per second that a station is away beyond eight hours of a day (cost level)
     * @param preferredDate per visit that has preferred dates and is held on another (quality level)
     * @param spacing per two captures at one site, next to each other in time, that are less than four weeks apart (quality level)
     * @param evenLoad per person expected in a month beyond its share by its station-days (quality level)
     */
    public record Weights(
            @Nullable Double requiredLeftOut,
            @Nullable Double travelSeconds,
            @Nullable Double distance,
            @Nullable Double stationDay,
            @Nullable Double kilometreCost,
            @Nullable Double overtime,
            @Nullable Double preferredDate,
            @Nullable Double spacing,
            @Nullable Double evenLoad) {
        public static final Weights DEFAULT = new Weights(null, null, null, null, null, null, null, null, null);

        /** The weight of a rule, or its documented default. */
        public double of(PlanRule rule) {
            Double given = switch (rule) {
                case REQUIRED_LEFT_OUT -> requiredLeftOut;
                case TRAVEL_SECONDS -> travelSeconds;
                case DISTANCE -> distance;
                case STATION_DAY -> stationDay;
                case KILOMETRE_COST -> kilometreCost;
                case OVERTIME -> overtime;
                case PREFERRED_DATE -> preferredDate;
                case SPACING -> spacing;
                case EVEN_LOAD -> evenLoad;
                default -> null;
            };
            return given == null ? rule.defaultWeight() : given;
        }
    }
}
