package ro.caravana.layers.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.geojson.GeoJsonReader;

class LayerTests {
    // A triangle whose envelope covers (9 9), but not the triangle itself:
    //   10 +
    //      |\.
    //      | \.   x (9 9)
    //    0 +--+ 10
    private static final Layer LAYER = new Layer(
            List.of(
                    feature("triangle", "POLYGON ((0 0, 0 10, 10 0, 0 0))", "a"),
                    feature("point", "POINT (20 20)", "b"),
                    feature("shapeless", null, "a"),
                    feature("west", "POINT (-179.5 0)", "c"),
                    feature("east", "POINT (179.5 0)", "c")),
            List.of());

    @Test
    void aBoxSelectsWhatItTouchesNotWhatItsEnvelopeTouches() {
        assertThat(ids(in(8, 10, 8, 10))).isEmpty();
        assertThat(ids(in(4, 6, 4, 6))).containsExactly("triangle");
        assertThat(ids(in(20, 30, 20, 30))).containsExactly("point");
    }

    @Test
    void aBoxWithoutWidthIsStillABox() {
        assertThat(ids(in(20, 20, 20, 20))).containsExactly("point");
    }

    @Test
    void featuresWithoutShapeAreNowhereButCounted() {
        assertThat(ids(in(-180, 180, -90, 90))).doesNotContain("shapeless").hasSize(4);
        assertThat(ids(Selection.ALL)).contains("shapeless").hasSize(5);
    }

    @Test
    void twoBoxesGiveEachFeatureOnceAndInTheLayersOrder() {
        Selection both =
                new Selection(List.of(new Envelope(179, 180, -1, 1), new Envelope(-180, 180, -1, 1)), Map.of());
        assertThat(ids(both)).containsExactly("triangle", "west", "east");
    }

    @Test
    void propertiesSelectByEqualityAndTogether() {
        assertThat(ids(new Selection(List.of(), Map.of("group", "a")))).containsExactly("triangle", "shapeless");
        assertThat(ids(new Selection(List.of(new Envelope(0, 1, 0, 1)), Map.of("group", "c"))))
                .isEmpty();
        assertThat(ids(new Selection(List.of(), Map.of("group", "a", "empty", "x"))))
                .isEmpty();
    }

    @Test
    void theExtentHoldsEveryShape() {
        assertThat(LAYER.extent()).contains(new Envelope(-179.5, 179.5, 0, 20));
        assertThat(new Layer(List.of(), List.of()).extent()).isEmpty();
    }

    @Test
    void anEmptyLayerAnswersABox() {
        assertThat(new Layer(List.of(), List.of()).select(in(0, 1, 0, 1))).isEmpty();
    }

    @Test
    void twoFeaturesWithOneIdAreAMistake() {
        List<Feature> twins = List.of(feature("a", null, ""), feature("a", null, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Layer(twins, List.of()));
    }

    @Test
    void coordinatesAreWrittenWithFiveDecimals() {
        assertThat(feature("p", "POINT (23.591234567 46.7699999)", "a").geometryJson())
                .contains("[23.59123,46.77]");
    }

    @Test
    void outerRingsTurnLeft() throws ParseException {
        Feature clockwise = feature("c", "POLYGON ((0 0, 0 10, 10 0, 0 0))", "a");
        Geometry read = new GeoJsonReader().read(clockwise.geometryJson());
        assertThat(Orientation.isCCW(((Polygon) read).getExteriorRing().getCoordinateSequence()))
                .isTrue();
    }

    @Test
    void aFeatureIsGeoJson() {
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("name", "Dej „sat\""));
        properties.put("need", null);
        assertThat(Feature.numbered(57742, null, properties).json())
                .startsWith("{\"type\":\"Feature\",\"id\":57742,\"properties\":{")
                .contains("\"name\":\"Dej „sat\\\"\"", "\"need\":null")
                .endsWith("\"geometry\":null}");
        assertThat(Feature.named("s1", null, Map.of()).json()).contains("\"id\":\"s1\"");
    }

    private static Selection in(double west, double east, double south, double north) {
        return new Selection(List.of(new Envelope(west, east, south, north)), Map.of());
    }

    private static List<String> ids(Selection selection) {
        return LAYER.select(selection).stream().map(Feature::id).toList();
    }

    private static Feature feature(String id, String wkt, String group) {
        Map<String, Object> properties = new HashMap<>(Map.of("group", group));
        properties.put("empty", null);
        return Feature.named(id, wkt == null ? null : geometry(wkt), properties);
    }

    private static Geometry geometry(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
