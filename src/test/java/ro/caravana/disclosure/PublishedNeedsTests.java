package ro.caravana.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.geo.Position;
import ro.caravana.need.Need;
import ro.caravana.need.NeedFigure;
import ro.caravana.need.NeedMap;
import ro.caravana.need.NeedTotal;
import ro.caravana.need.Needs;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** A made-up county of six communes with one to six villages each. */
class PublishedNeedsTests {
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));
    private static final Viewer VIEWER = new Viewer("viewer", Set.of(Role.VIEWER));
    private static final int THRESHOLD = 5;

    private final Territory territory = territory();
    private final Needs needs = mock(Needs.class);
    private final TerritoryRegistry registry = mock(TerritoryRegistry.class);
    private final PublishedNeeds published = new PublishedNeeds(needs, registry, new DisclosureGate(THRESHOLD));

    @BeforeEach
    void county() {
        when(registry.current()).thenReturn(territory);
        when(needs.current()).thenReturn(Optional.of(needMap(1)));
    }

    @Test
    void plannersSeeEveryFigureOthersNoneUnderTheThreshold() {
        PublishedNeedMap all = published.current(PLANNER).orElseThrow();
        PublishedNeedMap guarded = published.current(VIEWER).orElseThrow();
        int hidden = 0;
        for (Locality village : territory.listLocalities()) {
            for (CaseCategory category : CaseCategory.values()) {
                long mean = all.find(Level.LOCALITY, village.siruta(), category)
                        .orElseThrow()
                        .mean()
                        .orElseThrow();
                var shown =
                        guarded.find(Level.LOCALITY, village.siruta(), category).orElseThrow();
                assertThat(shown.mean().orElse(THRESHOLD)).isGreaterThanOrEqualTo(THRESHOLD);
                assertThat(mean >= THRESHOLD || shown.isSuppressed()).isTrue();
                hidden += shown.isSuppressed() ? 1 : 0;
            }
        }
        assertThat(hidden).isPositive();
        assertThat(guarded.county()).isEqualTo(all.county());
    }

    @Test
    void noHiddenFigureFollowsFromATotalInAnyRowOrColumnOfAnySuchCounty() {
        for (int seed = 0; seed < 40; seed++) {
            when(needs.current()).thenReturn(Optional.of(needMap(seed)));
            PublishedNeedMap guarded = published.current(VIEWER).orElseThrow();
            for (Uat uat : territory.listUats()) {
                assertClosed(guarded.find(Level.UAT, uat.siruta()), categories(guarded, Level.UAT, uat.siruta()));
                assertClosed(
                        guarded.find(Level.UAT, uat.siruta()),
                        territory.listLocalities(uat.siruta()).stream()
                                .map(village -> guarded.find(Level.LOCALITY, village.siruta()))
                                .toList());
                for (CaseCategory category : CaseCategory.values()) {
                    assertClosed(
                            guarded.find(Level.UAT, uat.siruta(), category),
                            territory.listLocalities(uat.siruta()).stream()
                                    .map(village -> guarded.find(Level.LOCALITY, village.siruta(), category))
                                    .toList());
                }
            }
            for (CaseCategory category : CaseCategory.values()) {
                assertClosed(
                        guarded.findCounty(category),
                        territory.listUats().stream()
                                .map(uat -> guarded.find(Level.UAT, uat.siruta(), category))
                                .toList());
            }
        }
    }

    @Test
    void nothingIsPublishedTwiceAsLongAsNothingChanged() {
        PublishedNeedMap first = published.current(VIEWER).orElseThrow();
        assertThat(published.current(Viewer.PUBLIC)).containsSame(first);
        assertThat(published.current(PLANNER).orElseThrow()).isNotSameAs(first);

        NeedMap same = needMap(1);
        when(needs.current()).thenReturn(Optional.of(same));
        assertThat(published.current(VIEWER).orElseThrow())
                .isNotSameAs(first)
                .extracting(PublishedNeedMap::version)
                .isEqualTo(first.version());

        when(needs.current()).thenReturn(Optional.of(needMap(2)));
        assertThat(published.current(VIEWER).orElseThrow().version()).isNotEqualTo(first.version());
    }

    @Test
    void withoutFiguresThereIsNothingToPublish() {
        when(needs.current()).thenReturn(Optional.empty());
        assertThat(published.current(PLANNER)).isEmpty();
    }

    @Test
    void aPlaceWithoutFigureStaysWithoutOne() {
        assertThat(published.current(PLANNER).orElseThrow().find(Level.UAT, 999))
                .isEmpty();
    }

    private static List<Optional<PublishedEstimate>> categories(PublishedNeedMap map, Level level, int siruta) {
        return List.of(CaseCategory.values()).stream()
                .map(category -> map.find(level, siruta, category))
                .toList();
    }

    /** Total and parts together hide none, or at least two. */
    private static void assertClosed(Optional<PublishedEstimate> total, List<Optional<PublishedEstimate>> parts) {
        List<Optional<PublishedEstimate>> all = new ArrayList<>(parts);
        all.add(total);
        assertThat(all.stream()
                        .map(Optional::orElseThrow)
                        .filter(PublishedEstimate::isSuppressed)
                        .count())
                .isNotEqualTo(1);
    }

    private static Territory territory() {
        List<Uat> uats = new ArrayList<>();
        List<Locality> villages = new ArrayList<>();
        Position somewhere = new Position(46.5, 23.5);
        for (int u = 1; u <= 6; u++) {
            uats.add(new Uat(u, "Comuna " + u, Uat.Type.COMMUNE, 100 * u + 1, somewhere, 3_000, "", ""));
            for (int v = 1; v <= u; v++) {
                villages.add(new Locality(100 * u + v, "Sat " + v, u, 23, somewhere, "", OptionalInt.empty()));
            }
        }
        return new Territory("Undeva", uats, villages, List.of(), List.of());
    }

    private NeedMap needMap(long seed) {
        Random random = new Random(seed);
        List<Need> needs = new ArrayList<>();
        List<NeedTotal> totals = new ArrayList<>();
        Map<CaseCategory, NeedFigure> county = new EnumMap<>(CaseCategory.class);
        double all = 0;
        for (Uat uat : territory.listUats()) {
            Map<CaseCategory, Double> ofUat = new EnumMap<>(CaseCategory.class);
            for (Locality village : territory.listLocalities(uat.siruta())) {
                double ofVillage = 0;
                for (CaseCategory category : CaseCategory.values()) {
                    double mean = random.nextInt(4) == 0 ? random.nextDouble() * 5 : 3 + random.nextDouble() * 40;
                    needs.add(need(village.siruta(), Level.LOCALITY, category, mean));
                    ofUat.merge(category, mean, Double::sum);
                    ofVillage += mean;
                }
                totals.add(new NeedTotal(village.siruta(), Level.LOCALITY, ofVillage, 0, 2 * ofVillage));
            }
            double uatTotal =
                    ofUat.values().stream().mapToDouble(Double::doubleValue).sum();
            totals.add(new NeedTotal(uat.siruta(), Level.UAT, uatTotal, 0, 2 * uatTotal));
            ofUat.forEach((category, mean) -> {
                needs.add(need(uat.siruta(), Level.UAT, category, mean));
                county.merge(category, figure(mean), (a, b) -> figure(a.mean() + b.mean()));
            });
            all += uatTotal;
        }
        return new NeedMap(
                LocalDate.of(2026, 12, 31), "test", "test", true, needs, totals, county, figure(all), List.of());
    }

    private static Need need(int siruta, Level level, CaseCategory category, double mean) {
        return new Need(siruta, level, category, mean, 0, 2 * mean, LocalDate.of(2026, 12, 31), "test");
    }

    private static NeedFigure figure(double mean) {
        return new NeedFigure(mean, 0, 2 * mean);
    }
}
