package ro.caravana.layers.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.VisitState;
import ro.caravana.layers.feature.Feature;
import ro.caravana.planning.support.SmallCounty;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

class VisitLayerTests {
    private final Territory county = SmallCounty.territory();
    private final Site site = county.listSites().get(0);
    private final TerritoryRegistry registry = mock(TerritoryRegistry.class);
    private final Appointments appointments = mock(Appointments.class);
    private final Viewer viewer = new Viewer("working-group", Set.of(Role.VIEWER));

    @BeforeEach
    void known() {
        when(registry.current()).thenReturn(county);
    }

    private Appointment visit(String kind, String siteId) {
        return new Appointment(
                "p.v-" + kind,
                "p",
                "v-" + kind,
                "s1",
                kind,
                site.localitySiruta(),
                site.uatSiruta(),
                "Hamlet",
                "Town",
                siteId,
                site.name(),
                3,
                LocalDate.of(2027, 3, 18),
                9 * 3_600,
                11 * 3_600 + 1_800,
                VisitState.CONFIRMED,
                4);
    }

    private List<Feature> shown(Appointment... visits) {
        when(appointments.listAccepted()).thenReturn(List.of(visits));
        return new VisitLayer(registry, appointments).layer(viewer).listFeatures();
    }

    @Test
    void aVisitStandsAtItsPlaceAndTellsNoCount() {
        Feature feature = shown(visit("CAPTURE", site.id())).get(0);
        assertThat(feature.geometry()).isEqualTo(Shapes.point(site.position()));
        assertThat(feature.properties())
                .containsEntry("date", "2027-03-18")
                .containsEntry("start", "09:00")
                .containsEntry("end", "11:30")
                .containsEntry("state", VisitState.CONFIRMED.wire())
                .containsEntry("site", site.name())
                .doesNotContainValue(3)
                .doesNotContainKey("persons");
    }

    @Test
    void ofABedsideOnlyTheVillageIsTold() {
        Feature feature = shown(visit("HOME", site.id())).get(0);
        assertThat(feature.geometry())
                .isEqualTo(
                        Shapes.point(county.getLocality(site.localitySiruta()).position()));
        assertThat(feature.properties()).containsEntry("site", null);
    }

    @Test
    void whatTheTablesNoLongerKnowIsNowhere() {
        Appointment gone = new Appointment(
                "p.v",
                "p",
                "v",
                "s1",
                "CAPTURE",
                1,
                2,
                "Gone",
                "Gone",
                "gone",
                "Gone",
                3,
                LocalDate.of(2027, 3, 18),
                0,
                60,
                VisitState.PROPOSED,
                0);
        assertThat(shown(gone).get(0).geometry()).isNull();
    }
}
