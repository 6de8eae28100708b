package ro.caravana.planning.support;

import static ro.caravana.planning.support.Village.HOUR;
import static ro.caravana.planning.support.Village.MONDAY;

import java.time.LocalDate;
import java.util.Random;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.support.Village.Visit;

/** Random problems that use every field of the format, tight and loose, so that each rule is sometimes broken and sometimes not. */
public final class RandomVillage {
    private static final String[] WEEK = {"MON", "TUE", "WED", "THU", "FRI"};

    private final Random random;
    private final int days;
    private final int stations;

    private RandomVillage(long seed) {
        random = new Random(seed);
        days = 1 + random.nextInt(25);
        stations = 1 + random.nextInt(3);
    }

    public static PlanInstance of(long seed) {
        return new RandomVillage(seed).build();
    }

    private PlanInstance build() {
        Village village = new Village()
                .until(MONDAY.plusDays(days - 1))
                .noticeDays(random.nextInt(3) == 0 ? random.nextInt(4) : 0)
                .weights(weights());
        if (days > 3 && random.nextBoolean()) {
            village.holidays(MONDAY.plusDays(2));
        }
        for (int s = 0; s < stations; s++) {
            station(village, "s" + s);
        }
        int sites = 1 + random.nextInt(6);
        for (int i = 0; i < sites; i++) {
            site(village, "p" + i);
        }
        int visits = 1 + random.nextInt(25);
        for (int i = 0; i < visits; i++) {
            village.visit(visit(i, "p" + random.nextInt(sites)));
        }
        return village.build();
    }

    private PlanInstance.Weights weights() {
        return random.nextBoolean()
                ? PlanInstance.Weights.DEFAULT
                : new PlanInstance.Weights(
                        500.0, 0.5, 0.25, 1800.0, random.nextBoolean() ? 3.0 : null, null, 2.0, null, null);
    }

    private void station(Village village, String id) {
        int start = (7 + random.nextInt(3)) * HOUR;
        int end = start + (3 + random.nextInt(8)) * HOUR;
        LocalDate[] closed = days > 5 && random.nextInt(3) == 0 ? new LocalDate[] {date()} : new LocalDate[0];
        village.station(
                id,
                start,
                end,
                chance(2) ? (2 + random.nextInt(7)) * HOUR : null,
                chance(2) ? 10 + random.nextInt(60) : null,
                closed);
    }

    private void site(Village village, String id) {
        PlanInstance.Window[] windows = new PlanInstance.Window[random.nextInt(4)];
        for (int w = 0; w < windows.length; w++) {
            int from = 7 * HOUR + random.nextInt(8 * HOUR);
            int to = from + random.nextInt(5 * HOUR);
            windows[w] = chance(3)
                    ? Village.open(from, to, WEEK[random.nextInt(5)], WEEK[random.nextInt(5)])
                    : Village.open(from, to);
        }
        village.closedSite(
                id, random.nextInt(150), chance(4) ? java.util.List.of(date()) : java.util.List.of(), windows);
    }

    private PlanInstance.Visit visit(int number, String site) {
        Visit visit = new Visit("v" + number, site)
                .persons(random.nextInt(40))
                .worth(random.nextInt(5) == 0 ? 0 : random.nextInt(1000) / 4.0)
                .lasting(chance(10) ? 0 : random.nextInt(3 * HOUR));
        if (chance(5)) {
            visit.required();
        }
        if (chance(8)) {
            visit.announced();
        }
        if (chance(4)) {
            visit.between(MONDAY.plusDays(random.nextInt(days)), null);
        }
        if (chance(4)) {
            visit.hours((8 + random.nextInt(4)) * HOUR, null);
        }
        if (chance(3)) {
            int series = random.nextInt(3);
            visit.series("x" + series, series * 2, series == 1 ? 6 : null);
        }
        if (number > 0 && chance(4)) {
            visit.after(
                    "v" + random.nextInt(number),
                    chance(2) ? random.nextInt(4) : null,
                    chance(2) ? 3 + random.nextInt(6) : null);
        }
        if (chance(12)) {
            visit.pinned("s" + random.nextInt(stations), date(), chance(2) ? 10 * HOUR : null);
        }
        if (chance(6)) {
            visit.preferring(date(), date());
        }
        return visit.build();
    }

    private LocalDate date() {
        return MONDAY.plusDays(random.nextInt(days));
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
