package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.plain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.disclosure.PublishedNeedMap;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.layers.feature.Origin;
import ro.caravana.layers.feature.Origin.Subject;

/**
 * The published need as properties of a place: {@code need}, {@code needLow}, {@code needHigh} and {@code suppressed}. All null
 * and not suppressed: no figure, which is not zero.
 */
final class NeedProperties {
    static final List<LayerProperty> ALL = List.of(
            plain("need", Type.INTEGER),
            plain("needLow", Type.INTEGER),
            plain("needHigh", Type.INTEGER),
            plain("suppressed", Type.BOOLEAN));

    private NeedProperties() {}

    static void put(Map<String, @Nullable Object> properties, Optional<PublishedEstimate> figure) {
        properties.put("need", boxed(figure.map(PublishedEstimate::mean).orElseGet(OptionalLong::empty)));
        properties.put("needLow", boxed(figure.map(PublishedEstimate::low).orElseGet(OptionalLong::empty)));
        properties.put("needHigh", boxed(figure.map(PublishedEstimate::high).orElseGet(OptionalLong::empty)));
        properties.put("suppressed", figure.map(PublishedEstimate::isSuppressed).orElse(false));
    }

    /** Where the figures come from; nothing where there are none. */
    static List<Origin> origins(Optional<PublishedNeedMap> needs) {
        return needs.map(map -> new Origin(
                        map.synthetic() ? Subject.SYNTHETIC_FIGURES : Subject.FIGURES, map.source(), map.asOf()))
                .map(List::of)
                .orElseGet(List::of);
    }

    private static @Nullable Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
