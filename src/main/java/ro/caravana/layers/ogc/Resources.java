package ro.caravana.layers.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the resources look like on the wire, as OGC 17-069r4 names their members. */
final class Resources {
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    /** The Core, GeoJSON, HTML and OpenAPI 3.0; each is tested by name in {@code OgcConformanceTests}. */
    static final List<String> CONFORMS_TO = List.of(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30");

    private Resources() {}

    @JsonPropertyOrder({"title", "description", "links"})
    record Landing(String title, String description, List<Link> links) {}

    @JsonPropertyOrder({"links", "conformsTo"})
    record Conformance(List<Link> links, List<String> conformsTo) {}

    @JsonPropertyOrder({"links", "collections"})
    record Collections(List<Link> links, List<Collection> collections) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"id", "title", "description", "attribution", "extent", "itemType", "crs", "links"})
    record Collection(
            String id,
            String title,
            String description,
            String attribution,
            @Nullable Extent extent,
            String itemType,
            List<String> crs,
            List<Link> links) {}

    record Extent(Spatial spatial) {}

    /** @param bbox west, south, east, north */
    @JsonPropertyOrder({"bbox", "crs"})
    record Spatial(List<List<Double>> bbox, String crs) {}

    @JsonPropertyOrder({"type", "numberMatched", "numberReturned", "links", "features"})
    record FeatureCollection(
            String type, int numberMatched, int numberReturned, List<Link> links, List<WrittenFeature> features) {}

    /** A feature that is GeoJSON already. */
    record WrittenFeature(@JsonValue @JsonRawValue String json) {}

    @JsonPropertyOrder({"type", "id", "links", "properties", "geometry"})
    record SingleFeature(
            String type,
            Object id,
            List<Link> links,
            Map<String, @Nullable Object> properties,
            @JsonRawValue String geometry) {}
}
