package ro.caravana.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.ExpectedCases.Party;
import ro.caravana.disclosure.ExpectedCases.Span;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/**
 * <pre>
 *   need of UAT 1: 200, of which without any document 50 (40 to 70)  →  of 100 persons 20 to 35
 *   UAT 2 has no need: as the county, 25 to 50 in 100
 * </pre>
 */
class ExpectedCasesTests {
    private static final Viewer PLANNER = new Viewer("planner", Set.of(Role.PLANNER));
    private static final Viewer VIEWER = new Viewer("viewer", Set.of(Role.VIEWER));

    private final PublishedNeedMap map = mock(PublishedNeedMap.class);
    private final PublishedNeeds needs = mock(PublishedNeeds.class);
    private final ExpectedCases cases = new ExpectedCases(needs, new DisclosureGate(5));

    @BeforeEach
    void aNeed() {
        when(needs.current(PLANNER)).thenReturn(Optional.of(map));
        when(needs.current(VIEWER)).thenReturn(Optional.of(map));
        PublishedEstimate uat = estimate(200, 150, 260);
        PublishedEstimate part = estimate(50, 40, 70);
        PublishedEstimate county = estimate(1000, 900, 1200);
        PublishedEstimate countyPart = estimate(300, 250, 500);
        when(map.county()).thenReturn(county);
        when(map.find(Level.UAT, 1)).thenReturn(Optional.of(uat));
        when(map.find(Level.UAT, 2)).thenReturn(Optional.empty());
        when(map.find(Level.UAT, 1, CaseCategory.NO_ID)).thenReturn(Optional.of(part));
        when(map.findCounty(CaseCategory.NO_ID)).thenReturn(Optional.of(countyPart));
    }

    @Test
    void aVisitsPersonsAreSpreadAsTheNeedOfItsUatIs() {
        assertThat(cases.of(List.of(new Party(1, 100)), PLANNER))
                .containsOnlyKeys(CaseCategory.NO_ID)
                .containsEntry(CaseCategory.NO_ID, new Span(20, 35));
    }

    @Test
    void theEndsAreRoundedOutwards() {
        assertThat(cases.of(List.of(new Party(1, 33)), PLANNER))
                .describedAs("6.6 to 11.55")
                .containsEntry(CaseCategory.NO_ID, new Span(5, 15));
    }

    @Test
    void whereAUatHasNoNeedTheCountysIsTaken() {
        assertThat(cases.of(List.of(new Party(1, 100), new Party(2, 100)), PLANNER))
                .containsEntry(CaseCategory.NO_ID, new Span(45, 85));
    }

    @Test
    void othersThanPlannersAreToldNothing() {
        assertThat(cases.of(List.of(new Party(1, 100)), VIEWER)).isEmpty();
    }

    private static PublishedEstimate estimate(double mean, double low, double high) {
        return PublishedEstimate.shown(new Figure(mean, low, high));
    }
}
