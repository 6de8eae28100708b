package ro.caravana.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import tools.jackson.databind.json.JsonMapper;

class DisclosureGateTests {
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DisclosureGate gate = new DisclosureGate(5);

    static Stream<Viewer> everyoneElse() {
        return Stream.of(
                Viewer.PUBLIC,
                new Viewer("viewer", Set.of(Role.VIEWER)),
                new Viewer("field", Set.of(Role.FIELD)),
                new Viewer("admin", Set.of(Role.ADMIN)));
    }

    @ParameterizedTest
    @MethodSource("everyoneElse")
    void countsUnderTheThresholdAreHiddenFromAllButPlanners(Viewer viewer) {
        assertThat(gate.publish(viewer, 4).isSuppressed()).isTrue();
        assertThat(gate.publish(viewer, 5).count()).hasValue(5);
        assertThat(gate.publish(viewer, 4.99, 2, 9).isSuppressed()).isTrue();
        assertThat(gate.publish(viewer, 5.0, 2, 9).mean()).hasValue(5);
    }

    @Test
    void zeroIsHiddenToo() {
        assertThat(gate.publish(Viewer.PUBLIC, 0)).isEqualTo(PublishedCount.hidden());
    }

    @Test
    void plannersSeeEveryNumber() {
        assertThat(gate.publish(PLANNER, 0).count()).hasValue(0);
        assertThat(gate.publish(PLANNER, 0.4, 0, 2.2).mean()).hasValue(0);
    }

    @Test
    void aPlannerWhoIsAlsoAViewerStaysAPlanner() {
        Viewer both = new Viewer("x", Set.of(Role.PLANNER, Role.VIEWER));
        assertThat(gate.publish(both, 1).count()).hasValue(1);
    }

    @Test
    void estimatesAreWholePersonsAndTheIntervalIsRoundedOutwards() {
        PublishedEstimate estimate = gate.publish(Viewer.PUBLIC, 83.6, 60.9, 112.1);
        assertThat(estimate.mean()).hasValue(84);
        assertThat(estimate.low()).hasValue(60);
        assertThat(estimate.high()).hasValue(113);
    }

    @Test
    void theShownIntervalHoldsTheShownMean() {
        // A gamma posterior with a tiny shape has its mean above the 97.5% quantile.
        PublishedEstimate skewed = gate.publish(PLANNER, 3.6, 0, 2.1);
        assertThat(skewed.high()).hasValue(4);
    }

    @Test
    void theWireShowsEitherFiguresOrThatTheyAreHidden() {
        assertThat(JSON.writeValueAsString(gate.publish(Viewer.PUBLIC, 84, 60, 113)))
                .isEqualTo("{\"mean\":84,\"low\":60,\"high\":113}");
        assertThat(JSON.writeValueAsString(gate.publish(Viewer.PUBLIC, 2, 0, 9)))
                .isEqualTo("{\"suppressed\":true}");
        assertThat(JSON.writeValueAsString(gate.publish(Viewer.PUBLIC, 27))).isEqualTo("{\"count\":27}");
        assertThat(JSON.writeValueAsString(gate.publish(Viewer.PUBLIC, 2))).isEqualTo("{\"suppressed\":true}");
    }

    @Test
    void publishedTypesCannotBeMadeOutsideTheGate() {
        assertThat(PublishedCount.class.getConstructors()).isEmpty();
        assertThat(PublishedEstimate.class.getConstructors()).isEmpty();
        assertThat(PublishedTable.class.getConstructors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 2})
    void aThresholdThatProtectsNobodyIsRefused(int threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DisclosureGate(threshold))
                .withMessageContaining("at least 3");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoNumberOfPersonsIsRefused(double mean) {
        assertThatIllegalArgumentException().isThrownBy(() -> gate.publish(PLANNER, mean, 0, 1));
    }

    @Test
    void theSmallestNeighbourOfTheOnlyHiddenCellIsHiddenToo() {
        var table = new FigureTable<String>();
        Map.of("a", 3L, "b", 40L, "c", 9L).forEach(table::count);
        table.count("all", 52).sum("all", List.of("a", "b", "c"));

        PublishedTable<String> published = gate.publish(Viewer.PUBLIC, table);

        assertThat(published.getCount("a").isSuppressed()).isTrue();
        assertThat(published.getCount("c").isSuppressed()).isTrue();
        assertThat(published.getCount("b").count()).hasValue(40);
        assertThat(published.getCount("all").count()).hasValue(52);
    }

    @Test
    void aTotalIsHiddenWhereItWouldGiveAHiddenPartAway() {
        assertThat(gate.publishTotal(Viewer.PUBLIC, 52, new SmallParts(0, 0)).count())
                .hasValue(52);
        assertThat(gate.publishTotal(Viewer.PUBLIC, 50, new SmallParts(1, 3)).isSuppressed())
                .isTrue();
        assertThat(gate.publishTotal(Viewer.PUBLIC, 50, new SmallParts(2, 4)).isSuppressed())
                .isTrue();
        assertThat(gate.publishTotal(Viewer.PUBLIC, 50, new SmallParts(2, 5)).count())
                .hasValue(50);
        assertThat(gate.publishTotal(PLANNER, 50, new SmallParts(1, 3)).count()).hasValue(50);
        assertThat(gate.publishRoundedTotal(Viewer.PUBLIC, 52, new SmallParts(0, 0))
                        .count())
                .as("hidden with its place, though not small")
                .hasValue(50);
        assertThat(gate.publishRoundedTotal(Viewer.PUBLIC, 50, new SmallParts(1, 3))
                        .isSuppressed())
                .isTrue();
        assertThat(gate.publishRoundedTotal(PLANNER, 52, new SmallParts(0, 0)).count())
                .hasValue(52);
    }

    @Test
    void aTotalBesideHiddenPartsIsRoundedForAllButPlanners() {
        SmallParts hidden = new SmallParts(2, 7);
        assertThat(gate.publishTotal(Viewer.PUBLIC, 52, hidden).count()).hasValue(50);
        assertThat(gate.publishTotal(Viewer.PUBLIC, 53, hidden).count()).hasValue(55);
        assertThat(gate.publishTotal(PLANNER, 53, hidden).count()).hasValue(53);
    }

    @Test
    void plannersSeeTheWholeTable() {
        var table = new FigureTable<String>().count("a", 3).count("b", 4).count("all", 7);
        table.sum("all", List.of("a", "b"));
        assertThat(gate.publish(PLANNER, table).getCount("a").count()).hasValue(3);
    }
}
