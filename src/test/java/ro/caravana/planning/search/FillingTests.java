package ro.caravana.planning.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.UnservedReason;
import ro.caravana.planning.support.RandomVillage;
import ro.caravana.planning.support.Village;

/** Any value comes before any cost, however little it is beside the rest. */
class FillingTests {
    @ParameterizedTest
    @ValueSource(doubles = {1e9, 1_000_000, 10, 0.02})
    void whatIsWorthLittleBesideAnotherIsHeldWhereItFits(double outlier) {
        PlanInstance instance = new Village()
                .until(Village.MONDAY.plusDays(25))
                .station("st1")
                .site("near", 20)
                .site("far", 100)
                .visit(new Village.Visit("outlier", "near").worth(outlier).build())
                .visit(new Village.Visit("little", "far").worth(0.02).build())
                .visit(new Village.Visit("nothing", "far").worth(0).build())
                .build();
        Search search = searched(instance, 7);
        int[] held = Arrays.stream(search.best())
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertThat(held).containsExactly(0, 1);
        assertThat(search.bestWorth()).isEqualTo(Math.round(1000 * outlier) + 20);
        assertThat(search.reasons().of(2)).containsExactly(UnservedReason.NOT_WORTH_THE_DRIVE);
    }

    /** The reason is told of what is worth nothing only. */
    @Property(tries = 100)
    void nothingOfValueIsLeftOutThoughItFits(@ForAll long seed) {
        PlanInstance instance = RandomVillage.of(seed);
        Search search = searched(instance, seed);
        boolean[] held = new boolean[instance.visits().size()];
        Arrays.stream(search.best()).flatMapToInt(Arrays::stream).forEach(visit -> held[visit] = true);
        Reasons reasons = search.reasons();
        for (int visit = 0; visit < held.length; visit++) {
            if (!held[visit] && instance.visits().get(visit).value() > 0) {
                assertThat(reasons.of(visit))
                        .as("visit %s", visit)
                        .isNotEqualTo(List.of(UnservedReason.NOT_WORTH_THE_DRIVE));
            }
        }
    }

    /** Room there was, but before its capture on that day. Found by the property above. */
    @Example
    void thereIsNoRoomBeforeWhatAVisitWaitsFor() {
        nothingOfValueIsLeftOutThoughItFits(846);
    }

    private static Search searched(PlanInstance instance, long seed) {
        Search search = new Search(instance, seed);
        search.construct();
        int[] steps = {0};
        search.run(() -> steps[0] / 300.0, () -> steps[0]++ >= 300);
        return search;
    }
}
