package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.key;
import static ro.caravana.layers.feature.LayerProperty.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;

/** Offices of one kind as a layer. */
final class OfficeFeatures {
    static final List<LayerProperty> PROPERTIES = List.of(
            key("id", Type.STRING),
            plain("kind", Type.STRING),
            key("name", Type.STRING),
            key("uatSiruta", Type.INTEGER),
            plain("address", Type.STRING));

    private OfficeFeatures() {}

    /** @param more what the layer says of an office beside the common properties */
    static Layer layer(Territory territory, Office.Kind kind, Function<Office, Map<String, String>> more) {
        return new Layer(
                territory.listOffices().stream()
                        .filter(office -> office.kind() == kind)
                        .map(office -> feature(office, more.apply(office)))
                        .toList(),
                List.of());
    }

    private static Feature feature(Office office, Map<String, String> more) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", office.id());
        properties.put("kind", office.kind().name());
        properties.put("name", office.name());
        properties.put("uatSiruta", office.uatSiruta());
        properties.put("address", office.address());
        properties.putAll(more);
        return Feature.named(office.id(), Shapes.point(office.position()), properties);
    }
}
