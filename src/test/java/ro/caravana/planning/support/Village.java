package ro.caravana.planning.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/**
 * A small made-up problem: sites stand on a straight road, a minute (and a kilometre) apart for each unit; the base stands at 0.
 * Monday 4 January 2027 is day 0.
 */
public final class Village {
    public static final LocalDate MONDAY = LocalDate.of(2027, 1, 4);
    public static final int HOUR = 3600;

    private LocalDate end = MONDAY.plusDays(4);
    private List<LocalDate> holidays = List.of();
    private int noticeDays;
    private PlanInstance.Weights weights = PlanInstance.Weights.DEFAULT;
    private final List<PlanInstance.Station> stations = new ArrayList<>();
    private final List<PlanInstance.Site> sites = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final List<PlanInstance.Visit> visits = new ArrayList<>();

    public Village() {
        site("base", 0);
    }

    public Village until(LocalDate last) {
        end = last;
        return this;
    }

    public Village holidays(LocalDate... dates) {
        holidays = List.of(dates);
        return this;
    }

    public Village noticeDays(int days) {
        noticeDays = days;
        return this;
    }

    public Village weights(PlanInstance.Weights other) {
        weights = other;
        return this;
    }

    /** Works from 8:00 to 16:00, without other limits. */
    public Village station(String id) {
        return station(id, 8 * HOUR, 16 * HOUR, null, null);
    }

    public Village station(
            String id,
            int start,
            int last,
            @Nullable Integer maxSeconds,
            @Nullable Integer persons,
            LocalDate... closed) {
        stations.add(new PlanInstance.Station(
                id, "base", new PlanInstance.Workday(start, last), maxSeconds, List.of(closed), 2.0, persons));
        return this;
    }

    public Village site(String id, int minutesFromBase, PlanInstance.Window... windows) {
        return closedSite(id, minutesFromBase, List.of(), windows);
    }

    public Village closedSite(String id, int minutes, List<LocalDate> closed, PlanInstance.Window... windows) {
        sites.add(new PlanInstance.Site(id, null, 46, 23, List.of(windows), closed));
        places.add(minutes);
        return this;
    }

    public Village visit(PlanInstance.Visit visit) {
        visits.add(visit);
        return this;
    }

    /** A capture of an hour, worth 10, for 10 persons, at the site of the same name. */
    public Village visit(String id) {
        return visit(new Visit(id, id).build());
    }

    public PlanInstance build() {
        int[][] seconds = new int[places.size()][places.size()];
        int[][] metres = new int[places.size()][places.size()];
        for (int from = 0; from < places.size(); from++) {
            for (int to = 0; to < places.size(); to++) {
                seconds[from][to] = 60 * Math.abs(places.get(from) - places.get(to));
                metres[from][to] = 1000 * Math.abs(places.get(from) - places.get(to));
            }
        }
        return new PlanInstance(
                PlanInstance.SCHEMA,
                new PlanInstance.Horizon(MONDAY, end),
                holidays,
                noticeDays,
                stations,
                sites,
                visits,
                new PlanInstance.Travel(
                        sites.stream().map(PlanInstance.Site::id).toList(), seconds, metres),
                weights);
    }

    public static PlanInstance.Window open(int from, int to, String... days) {
        return new PlanInstance.Window(List.of(days), List.of(), from, to);
    }

    /** A visit under construction. */
    public static final class Visit {
        private final String id;
        private final String site;
        private int persons = 10;
        private double value = 10;
        private int service = HOUR;
        private boolean required;
        private boolean announced;
        private @Nullable LocalDate earliest;
        private @Nullable LocalDate latest;
        private @Nullable Integer from;
        private @Nullable Integer to;
        private PlanInstance.@Nullable After after;
        private PlanInstance.@Nullable Series series;
        private PlanInstance.@Nullable Pinned pinned;
        private List<LocalDate> preferred = List.of();

        private PlanInstance.Kind kind = PlanInstance.Kind.CAPTURE;

        public Visit(String id, String site) {
            this.id = id;
            this.site = site;
        }

        public Visit kind(PlanInstance.Kind other) {
            kind = other;
            return this;
        }

        public Visit persons(int number) {
            persons = number;
            return this;
        }

        public Visit worth(double worth) {
            value = worth;
            return this;
        }

        public Visit lasting(int seconds) {
            service = seconds;
            return this;
        }

        public Visit required() {
            required = true;
            return this;
        }

        public Visit announced() {
            announced = true;
            return this;
        }

        public Visit between(@Nullable LocalDate first, @Nullable LocalDate last) {
            earliest = first;
            latest = last;
            return this;
        }

        public Visit hours(@Nullable Integer start, @Nullable Integer end) {
            from = start;
            to = end;
            return this;
        }

        public Visit after(String visit, @Nullable Integer min, @Nullable Integer max) {
            after = new PlanInstance.After(visit, min, max);
            return this;
        }

        public Visit series(String name, @Nullable Integer min, @Nullable Integer max) {
            series = new PlanInstance.Series(name, min, max);
            return this;
        }

        public Visit pinned(String station, LocalDate date, @Nullable Integer start) {
            pinned = new PlanInstance.Pinned(station, date, start);
            return this;
        }

        public Visit preferring(LocalDate... dates) {
            preferred = List.of(dates);
            return this;
        }

        public PlanInstance.Visit build() {
            return new PlanInstance.Visit(
                    id, site, kind, persons, value, service, required, earliest, latest, from, to, after, series,
                    preferred, pinned, announced);
        }
    }
}
