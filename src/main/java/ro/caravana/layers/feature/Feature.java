package ro.caravana.layers.feature;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * One thing on the map. Immutable and thread-safe as long as nobody changes its geometry.
 *
 * <p>It is written as GeoJSON once, when it is made: a layer lives for many requests.
 */
public final class Feature {
    /** 1e-5 degrees are about a metre; more digits are weight, not knowledge. */
    private static final int DECIMALS = 5;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Object id;
    private final @Nullable Geometry geometry;
    private final Map<String, @Nullable Object> properties;
    private final String geometryJson;
    private final String json;

    private Feature(Object id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {
        this.id = id;
        this.geometry = geometry;
        this.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        this.geometryJson = geometry == null ? "null" : write(geometry);
        this.json = JSON.writeValueAsString(new Wire("Feature", id, this.properties, geometryJson));
    }

    /**
     * A feature known by a SIRUTA code; its id is a number on the wire.
     *
     * @param geometry WGS84 longitude/latitude; null where the place is known but not its shape
     * @param properties texts, numbers, booleans or null, in the collection's order
     */
    public static Feature numbered(int id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {
        return new Feature(id, geometry, properties);
    }

    /** A feature known by a name; otherwise as {@link #numbered}. */
    public static Feature named(String id, @Nullable Geometry geometry, Map<String, @Nullable Object> properties) {
        return new Feature(id, geometry, properties);
    }

    /** Unique within its layer, as in the path. */
    public String id() {
        return id.toString();
    }

    /** A number or a text, as on the wire. */
    public Object wireId() {
        return id;
    }

    public @Nullable Geometry geometry() {
        return geometry;
    }

    public Map<String, @Nullable Object> properties() {
        return properties;
    }

    /** The geometry as GeoJSON, or {@code null} in JSON's sense. */
    public String geometryJson() {
        return geometryJson;
    }

    /** The whole feature as GeoJSON (RFC 7946), without links. */
    public String json() {
        return json;
    }

    private static String write(Geometry geometry) {
        // Not thread-safe, and cheap: one per geometry. Exterior rings come out counter-clockwise, as RFC 7946 wants
        // them.
        GeoJsonWriter writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        writer.setForceCCW(true);
        return writer.write(geometry);
    }

    @JsonPropertyOrder({"type", "id", "properties", "geometry"})
    private record Wire(
            String type,
            Object id,
            Map<String, @Nullable Object> properties,
            @JsonRawValue String geometry) {}
}
