package ro.caravana.documents.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static ro.caravana.documents.support.SampleDocuments.routeSheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.geo.Position;

class MapSketchTests {
    @Test
    void everyStopHasItsNumber() {
        String svg = MapSketch.draw(routeSheet(5), "Harta zilei");
        for (int number = 1; number <= 5; number++) {
            assertThat(svg).contains(">" + number + "</text>");
        }
    }

    @Test
    void anEstimatedLegIsDotted() {
        assertThat(MapSketch.draw(routeSheet(3), "").split("stroke-dasharray=\"2 6\"", -1))
                .hasSize(2);
    }

    @Test
    void markupInADescriptionStaysText() {
        assertThat(MapSketch.draw(routeSheet(1), "<script>"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    @Test
    void northIsUpAndBothDirectionsHaveOneScale() {
        var south = new Position(46.5, 23.5);
        var north = new Position(46.9, 24.1);
        var view = new MapView(700, 300, List.of(south, north));
        assertThat(view.y(north.lat())).isLessThan(view.y(south.lat()));
        double drawn = Math.hypot(view.x(north.lon()) - view.x(south.lon()), view.y(north.lat()) - view.y(south.lat()));
        assertThat(drawn / view.unitsPerMetre()).isCloseTo(south.metresTo(north), within(300.0));
    }

    @Test
    void aDayInOneVillageStillShowsItsSurroundings() {
        var place = new Position(46.7, 23.6);
        var covered = new MapView(744, 296, List.of(place, place)).covered();
        assertThat(covered.getHeight() * 111_195).isBetween(9_000.0, 15_000.0);
    }

    @Test
    void twoNamesNeverLieOnEachOther() {
        var labels = new MapLabels(400, 200);
        var first = labels.beside(100, 100, 14, "Măguri-Răcătău", 12).orElseThrow();
        var second = labels.beside(104, 102, 14, "Măguri", 12).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(labels.centred(130, 100, "Beliș", 9)).isEmpty();
    }
}
