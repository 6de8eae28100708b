package ro.caravana.planning.cli;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/**
 * Makes a county up, for benchmarks: places scattered around a few towns, small ones many and large ones few, a capture of one to
 * two hours for every sixty persons in need, a handover three to six weeks after the first, some visits at home, and one required
 * visit for every fifth place. The same size and seed give the same county.
 */
public final class MadeUpCounty {
    private static final LocalDate START = LocalDate.of(2027, 1, 4);
    private static final double METRES_PER_DEGREE = 111_195;
    private static final double DETOUR = 1.33;
    private static final double METRES_PER_SECOND = 14;
    private static final int HOUR = 3600;
    private static final int DAY_BEGINS = 8 * HOUR;
    private static final int DAY_ENDS = 16 * HOUR + 1800;
    private static final int SHORTEST_DAY = 8 * HOUR;
    /** Seconds. */
    private static final int SET_UP = 900;

    private static final int PER_PERSON = 240;
    /** Two in a hundred live without valid papers, give or take a factor of two: made up, like everything here. */
    private static final double NEED_SHARE = 0.02;

    private static final double NEED_SPREAD = 0.6;

    private final Random random;
    private final int places;
    private final int stations;
    private final int weeks;
    private final List<PlanInstance.Site> sites = new ArrayList<>();
    private final List<PlanInstance.Visit> visits = new ArrayList<>();

    /**
     * A place that is not made up.
     *
     * @param uat it belongs to
     * @param persons who live there
     */
    public record Spot(String uat, double lat, double lon, int persons) {}

    private MadeUpCounty(int places, int stations, int weeks, long seed) {
        this.random = new Random(seed);
        this.places = places;
        this.stations = stations;
        this.weeks = weeks;
    }

    public static PlanInstance of(int places, int stations, int weeks, long seed) {
        return new MadeUpCounty(places, stations, weeks, seed).make();
    }

    /** A county of real places, based in the largest, with made-up needs, in which each UAT is owed a visit. */
    public static PlanInstance of(List<Spot> spots, int stations, int weeks, long seed) {
        return new MadeUpCounty(spots.size(), stations, weeks, seed).make(spots);
    }

    private PlanInstance make() {
        sites.add(site("base", 46.77, 23.62, List.of()));
        for (int place = 1; place <= places; place++) {
            place("p" + place, place % 5 == 0);
        }
        return instance();
    }

    private PlanInstance make(List<Spot> spots) {
        List<Spot> largestFirst = spots.stream()
                .sorted(Comparator.comparingInt(Spot::persons).reversed())
                .toList();
        sites.add(site("base", largestFirst.get(0).lat(), largestFirst.get(0).lon(), List.of()));
        Set<String> owed = new HashSet<>();
        int number = 0;
        for (Spot spot : largestFirst) {
            double need = NEED_SHARE * spot.persons() * Math.exp(NEED_SPREAD * random.nextGaussian());
            settle(
                    "p" + ++number,
                    spot.lat(),
                    spot.lon(),
                    window(),
                    Math.max(1, (int) Math.ceil(need)),
                    owed.add(spot.uat()));
        }
        return instance();
    }

    private PlanInstance instance() {
        return new PlanInstance(
                PlanInstance.SCHEMA,
                new PlanInstance.Horizon(START, START.plusWeeks(weeks).minusDays(3)),
                holidays(),
                0,
                stations(),
                sites,
                visits,
                travel(),
                PlanInstance.Weights.DEFAULT);
    }

    private List<LocalDate> holidays() {
        List<LocalDate> dates = new ArrayList<>();
        for (int week = 4; week < weeks; week += 9) {
            dates.add(START.plusWeeks(week).with(DayOfWeek.WEDNESDAY));
        }
        return dates;
    }

    private List<PlanInstance.Station> stations() {
        List<PlanInstance.Station> list = new ArrayList<>();
        for (int s = 1; s <= stations; s++) {
            PlanInstance.Workday workday = new PlanInstance.Workday(DAY_BEGINS, DAY_ENDS);
            int longest = s % 2 == 0 ? SHORTEST_DAY : SHORTEST_DAY + 1800;
            list.add(new PlanInstance.Station("station-" + s, "base", workday, longest, List.of(), 1.0, 60));
        }
        return list;
    }

    private PlanInstance.Site site(String id, double lat, double lon, List<PlanInstance.Window> windows) {
        return new PlanInstance.Site(id, null, round(lat), round(lon), windows, List.of());
    }

    private static double round(double degrees) {
        return Math.rint(degrees * 1e5) / 1e5;
    }

    private void place(String id, boolean required) {
        double town = random.nextInt(5) * 2 * Math.PI / 5;
        double lat = 46.77 + 0.25 * Math.sin(town) + 0.13 * random.nextGaussian();
        double lon = 23.62 + 0.35 * Math.cos(town) + 0.18 * random.nextGaussian();
        settle(id, lat, lon, window(), (int) Math.ceil(4 * Math.exp(1.2 * Math.abs(random.nextGaussian()))), required);
    }

    private void settle(String id, double lat, double lon, PlanInstance.Window window, int need, boolean required) {
        PlanInstance.Site site = site(id, lat, lon, List.of(window));
        sites.add(site);
        captures(id, Math.min(need, 300), mostPersons(seconds(sites.get(0), site), window), required);
        if (random.nextInt(8) == 0) {
            visits.add(visit(id + "-home", id, PlanInstance.Kind.HOME, 1, 12, HOUR, false, null, null));
        }
    }

    private PlanInstance.Window window() {
        List<String> days = new ArrayList<>(List.of("MON", "TUE", "WED", "THU", "FRI"));
        if (random.nextInt(3) == 0) {
            days.remove(random.nextInt(days.size()));
        }
        return new PlanInstance.Window(days, List.of(), 9 * HOUR, (15 + random.nextInt(2)) * HOUR);
    }

    /** As many as a day holds that does nothing else: there, while the site is open, and back. */
    private static int mostPersons(int drive, PlanInstance.Window window) {
        int there = Math.max(Objects.requireNonNull(window.from()), DAY_BEGINS + drive);
        int away = Math.min(Objects.requireNonNull(window.to()), DAY_ENDS - drive);
        int day = Math.min(away - there, SHORTEST_DAY - 2 * drive);
        return Math.max(1, Math.min(60, (day - SET_UP) / PER_PERSON));
    }

    private void captures(String id, int need, int most, boolean required) {
        int times = (need + 59) / 60;
        for (int k = 1; k <= times; k++) {
            int persons = Math.min(most, need / times + 1);
            PlanInstance.Series series = times == 1 ? null : new PlanInstance.Series("q-" + id, 21, null);
            String name = id + "-" + k;
            int service = SET_UP + PER_PERSON * persons;
            double value = Math.rint(10 * persons * Math.pow(0.85, k - 1));
            visits.add(visit(
                    name, id, PlanInstance.Kind.CAPTURE, persons, value, service, required && k == 1, series, null));
        }
        if (need > 20) {
            int persons = Math.max(1, Math.min(60, need) / 3);
            PlanInstance.After after = new PlanInstance.After(id + "-1", 21, 45);
            visits.add(visit(
                    id + "-h",
                    id,
                    PlanInstance.Kind.HANDOVER,
                    persons,
                    6.0 * persons,
                    900 + 120 * persons,
                    false,
                    null,
                    after));
        }
    }

    private static PlanInstance.Visit visit(
            String id,
            String site,
            PlanInstance.Kind kind,
            int persons,
            double value,
            int service,
            boolean required,
            PlanInstance.@Nullable Series series,
            PlanInstance.@Nullable After after) {
        return new PlanInstance.Visit(
                id, site, kind, persons, value, service, required, null, null, null, null, after, series, List.of(),
                null, false);
    }

    private PlanInstance.Travel travel() {
        int size = sites.size();
        int[][] seconds = new int[size][size];
        int[][] metres = new int[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                metres[from][to] = (int) Math.round(metres(sites.get(from), sites.get(to)));
                seconds[from][to] = from == to ? 0 : seconds(sites.get(from), sites.get(to));
            }
        }
        return new PlanInstance.Travel(sites.stream().map(PlanInstance.Site::id).toList(), seconds, metres);
    }

    private int seconds(PlanInstance.Site from, PlanInstance.Site to) {
        return (int) Math.round(metres(from, to) / METRES_PER_SECOND) + 60;
    }

    private double metres(PlanInstance.Site from, PlanInstance.Site to) {
        double north = (to.lat() - from.lat()) * METRES_PER_DEGREE;
        double east = (to.lon() - from.lon())
                * METRES_PER_DEGREE
                * Math.cos(Math.toRadians(sites.get(0).lat()));
        return DETOUR * Math.hypot(north, east);
    }
}
