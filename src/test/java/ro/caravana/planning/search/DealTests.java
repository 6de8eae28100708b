package ro.caravana.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import ro.caravana.planning.support.RandomVillage;

/** A plan divided among searches, on random problems. */
class DealTests {
    @Property(tries = 100)
    void everyRouteIsInOneShareAndNoVisitInTwo(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int members) {
        Annealing annealing = planned(seed);
        List<Share> shares = new Deal(annealing.model()).among(members, annealing.routes(), new Random(seed));
        for (int route = 0; route < annealing.model().routes; route++) {
            int number = route;
            assertThat(shares).filteredOn(share -> share.includes(number)).hasSize(1);
        }
        for (int visit = 0; visit < annealing.model().visits; visit++) {
            int number = visit;
            assertThat(shares).filteredOn(share -> share.holds(number)).hasSizeLessThan(2);
        }
    }

    @Property(tries = 100)
    void whatHangsTogetherIsHeldByOneShare(@ForAll long seed) {
        Annealing annealing = planned(seed);
        Model model = annealing.model();
        List<Share> shares = new Deal(model).among(2, annealing.routes(), new Random(seed));
        for (int visit = 0; visit < model.visits; visit++) {
            for (int other : relatives(model, visit)) {
                boolean torn = shares.get(0).holds(visit) && shares.get(1).holds(other);
                assertThat(torn).as("visits %s and %s", visit, other).isFalse();
            }
        }
    }

    private static int[] relatives(Model model, int visit) {
        int[] series = model.series[visit] == Model.NONE ? new int[0] : model.seriesMembers[model.series[visit]];
        return IntStream.concat(Arrays.stream(series), Arrays.stream(model.successors[visit]))
                .toArray();
    }

    /** Whoever has a share leaves the rest of the plan as it is, whatever would have to give way. */
    @Property(tries = 150)
    void aSearchChangesNothingOutsideItsShare(@ForAll long seed) {
        Annealing annealing = planned(seed);
        Model model = annealing.model();
        Share share =
                new Deal(model).among(2, annealing.routes(), new Random(seed)).get(1);
        int[][] before = annealing.standing();
        int[] routeBefore = annealing.routes().routeOf.clone();
        annealing.restrictTo(share);
        int[] asked = {0};
        annealing.run(() -> asked[0] / 400.0, () -> asked[0]++ >= 400);
        int[][] after = annealing.standing();
        for (int route = 0; route < model.routes; route++) {
            if (!share.includes(route)) {
                assertThat(after[route]).isEqualTo(before[route]);
            }
        }
        for (int visit = 0; visit < model.visits; visit++) {
            if (!share.holds(visit)) {
                assertThat(annealing.routes().routeOf[visit]).isEqualTo(routeBefore[visit]);
            }
        }
    }

    private static Annealing planned(long seed) {
        Annealing annealing = new Annealing(ModelBuilder.build(RandomVillage.of(seed)), seed, Tuning.DEFAULT);
        annealing.construct();
        return annealing;
    }
}
