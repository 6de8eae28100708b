package ro.caravana.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.geo.Position;
import ro.caravana.need.NeedFigure;
import ro.caravana.register.Kind;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/**
 * One UAT counted twice.
 *
 * <pre>
 *   spring: 100 (80 to 120) ── the feed: 30 opened, 12 resolved ──► expected 118 (98 to 138) ── summer: counted anew
 * </pre>
 */
class RecountTests {
    private static final int UAT = 7;
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 31);
    private static final LocalDate SUMMER = LocalDate.of(2027, 6, 30);
    private static final Viewer PLANNER = new Viewer("ana", Set.of(Role.PLANNER));
    private static final Viewer GUEST = new Viewer("ion", Set.of(Role.VIEWER));

    private final BaselineStore baselines = mock(BaselineStore.class);
    private final RegisterSums register = mock(RegisterSums.class);
    private final TerritoryRegistry registry = mock(TerritoryRegistry.class);
    private final Recount recount = new Recount(baselines, register, registry, new DisclosureGate(5));

    @BeforeEach
    void oneUat() {
        Uat uat = new Uat(UAT, "Aiton", Uat.Type.COMMUNE, 8, new Position(46.7, 23.7), 1_000, "", "");
        when(registry.current()).thenReturn(new Territory("Cluj", List.of(uat), List.of(), List.of(), List.of()));
        when(baselines.findNewest()).thenReturn(Optional.empty());
        when(baselines.findBefore(any(), anyBoolean())).thenReturn(Optional.empty());
        Kind kind = new Kind(CaseCategory.NO_ID, "", "");
        when(register.byPlaceAndKind(SPRING)).thenReturn(Map.of(UAT, Map.of(kind, new Sums(3, 1, 0))));
        when(register.byPlaceAndKind(SUMMER)).thenReturn(Map.of(UAT, Map.of(kind, new Sums(33, 13, 0))));
    }

    private RecountView.Row counted(Viewer viewer, double mean, double low, double high) {
        when(baselines.findNewest()).thenReturn(Optional.of(baseline(SUMMER, new NeedFigure(mean, low, high))));
        when(baselines.findBefore(SUMMER, false))
                .thenReturn(Optional.of(baseline(SPRING, new NeedFigure(100, 80, 120))));
        return recount.view(viewer).rows().get(0);
    }

    private static Baseline baseline(LocalDate asOf, NeedFigure need) {
        return new Baseline(
                asOf.toEpochDay(), asOf, false, Map.of(UAT, new Baseline.Place(need, Math.round(need.mean()))));
    }

    @Test
    void theFeedMovesWhatWasCountedBefore() {
        RecountView.Row row = counted(PLANNER, 110, 95, 125);
        assertThat(row.expected().mean()).isEqualTo(OptionalLong.of(118));
        assertThat(row.expected().low()).isEqualTo(OptionalLong.of(98));
        assertThat(row.expected().high()).isEqualTo(OptionalLong.of(138));
        assertThat(row.counted().mean()).isEqualTo(OptionalLong.of(110));
        assertThat(row.verdict()).isEqualTo(RecountView.Verdict.AGREE);
    }

    @Test
    void intervalsThatDoNotMeetDisagree() {
        assertThat(counted(PLANNER, 160, 139, 180).verdict()).isEqualTo(RecountView.Verdict.MORE);
        assertThat(counted(PLANNER, 160, 138, 180).verdict()).isEqualTo(RecountView.Verdict.AGREE);
        assertThat(counted(PLANNER, 60, 40, 97).verdict()).isEqualTo(RecountView.Verdict.FEWER);
    }

    /** Opened 33 and 3 are 30 and 0 to a guest, resolved 13 and 1 are 10 and 0. */
    @Test
    void othersSeeItMadeFromTheRoundedFiguresTheySeeAnyway() {
        assertThat(counted(GUEST, 110, 95, 125).expected().mean()).isEqualTo(OptionalLong.of(100 + 30 - 10));
        RecountView.Row small = counted(GUEST, 3, 1, 6);
        assertThat(small.counted().isSuppressed()).isTrue();
        assertThat(small.verdict()).isEqualTo(RecountView.Verdict.HIDDEN);
    }

    @Test
    void aUatThatNobodyCountedAgainIsNotCompared() {
        when(baselines.findNewest()).thenReturn(Optional.of(baseline(SUMMER, new NeedFigure(100.2, 80, 120))));
        when(baselines.findBefore(SUMMER, false))
                .thenReturn(Optional.of(baseline(SPRING, new NeedFigure(100, 80, 120))));
        assertThat(recount.view(PLANNER).rows()).isEmpty();
        assertThat(recount.view(PLANNER).after()).isEqualTo(SUMMER);
    }

    @Test
    void withoutTwoCountsThereIsNothingToCompare() {
        assertThat(recount.view(PLANNER)).isEqualTo(RecountView.NOTHING);
        when(baselines.findNewest()).thenReturn(Optional.of(baseline(SUMMER, new NeedFigure(1, 1, 1))));
        assertThat(recount.view(PLANNER).rows()).isEmpty();
    }
}
