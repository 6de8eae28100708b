package ro.caravana.layers.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The features of a collection at one moment, as one kind of viewer may see them. Immutable, thread-safe. */
public final class Layer {
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final List<Feature> features;
    private final Map<String, Feature> byId = new LinkedHashMap<>();
    private final STRtree index = new STRtree(); // of places in the list; read-only, hence thread-safe, once built
    private final Envelope extent = new Envelope();
    private final List<Origin> origins;

    /**
     * @param features in the order in which clients page through them
     * @param origins where they come from
     */
    public Layer(List<Feature> features, List<Origin> origins) {
        this.features = List.copyOf(features);
        this.origins = List.copyOf(origins);
        for (int place = 0; place < this.features.size(); place++) {
            Feature feature = this.features.get(place);
            if (byId.put(feature.id(), feature) != null) {
                throw new IllegalArgumentException("two features of one layer share an id");
            }
            Geometry geometry = feature.geometry();
            if (geometry != null) {
                index.insert(geometry.getEnvelopeInternal(), place);
                extent.expandToInclude(geometry.getEnvelopeInternal());
            }
        }
        index.build();
    }

    public List<Feature> listFeatures() {
        return features;
    }

    public Optional<Feature> findFeature(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Empty where no feature has a shape. */
    public Optional<Envelope> extent() {
        return extent.isNull() ? Optional.empty() : Optional.of(new Envelope(extent));
    }

    public List<Origin> origins() {
        return origins;
    }

    /** The selected features, in the layer's order. */
    public List<Feature> select(Selection selection) {
        return candidates(selection.boxes())
                .mapToObj(features::get)
                .filter(feature -> selection.boxes().isEmpty() || touches(feature.geometry(), selection.boxes()))
                .filter(feature -> matches(feature, selection.equal()))
                .toList();
    }

    private IntStream candidates(List<Envelope> boxes) {
        if (boxes.isEmpty()) {
            return IntStream.range(0, features.size());
        }
        return boxes.stream()
                .flatMap(box -> ((List<?>) index.query(box)).stream())
                .mapToInt(Integer.class::cast)
                .distinct()
                .sorted();
    }

    private static boolean touches(@Nullable Geometry geometry, List<Envelope> boxes) {
        return geometry != null
                && boxes.stream().anyMatch(box -> GEOMETRIES.toGeometry(box).intersects(geometry));
    }

    private static boolean matches(Feature feature, Map<String, String> equal) {
        return equal.entrySet().stream().allMatch(wanted -> {
            Object value = feature.properties().get(wanted.getKey());
            return value != null && value.toString().equals(wanted.getValue());
        });
    }
}
