package ro.caravana.geo.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import ro.caravana.geo.GeoProblem;
import ro.caravana.geo.Projection;
import ro.caravana.geo.read.RawLayer.RawFeature;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a GeoJSON feature collection, one feature at a time, so that a country fits in little memory. */
public final class GeoJsonFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final List<RawFeature> features = new ArrayList<>();
    private Optional<Projection> declared = Optional.empty();

    private GeoJsonFile() {}

    public static RawLayer read(Path file) throws IOException {
        GeoJsonFile reader = new GeoJsonFile();
        try (var in = new java.io.InputStreamReader(
                        Files.newInputStream(file), java.nio.charset.StandardCharsets.UTF_8);
                JsonParser parser = JSON.createParser(in)) {
            reader.readCollection(parser);
        } catch (JacksonException broken) {
            throw new GeoProblem.MapFileUnreadable("The GeoJSON is broken after feature " + reader.features.size()
                    + (broken.getLocation() == null
                            ? ""
                            : " (line " + broken.getLocation().getLineNr() + ")")
                    + "; export it again.");
        }
        return reader.layer();
    }

    /** RFC 7946: without a member {@code crs} coordinates are WGS84, unless they plainly are not degrees. */
    private RawLayer layer() {
        RawLayer layer = new RawLayer(features, declared);
        boolean byDefinition = declared.isEmpty() && Projection.DEGREES.contains(layer.extent());
        return byDefinition ? new RawLayer(features, Optional.of(Projection.of(Projection.WGS84))) : layer;
    }

    private void readCollection(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notACollection();
        }
        boolean found = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                found = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    add(parser.readValueAsTree());
                }
            } else if (name.equals("crs")) {
                declared = projection(parser.readValueAsTree());
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            throw notACollection();
        }
    }

    private static GeoProblem notACollection() {
        return new GeoProblem.MapFileUnreadable(
                "The JSON is not a GeoJSON feature collection; export a layer with its attributes as GeoJSON.");
    }

    private void add(JsonNode feature) {
        long number = features.size() + 1L;
        Map<String, String> attributes = new LinkedHashMap<>();
        if (feature.hasNonNull("id")) {
            attributes.put("id", feature.get("id").asString());
        }
        for (Map.Entry<String, JsonNode> property : feature.path("properties").properties()) {
            if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                attributes.put(property.getKey(), property.getValue().asString().strip());
            }
        }
        features.add(new RawFeature(number, attributes, geometry(feature.get("geometry"), number)));
    }

    private static Geometry geometry(@Nullable JsonNode node, long number) {
        if (node == null || node.isNull()) {
            return GEOMETRIES.createPolygon();
        }
        try {
            return new GeoJsonReader(GEOMETRIES).read(node.toString());
        } catch (ParseException | RuntimeException broken) {
            // The reader casts without looking: a wrong shape of JSON ends in any runtime exception.
            throw new GeoProblem.MapFileUnreadable(
                    "The geometry of feature " + number + " is broken: a ring may be open or have too few points.");
        }
    }

    /** GeoJSON before RFC 7946 had a member {@code crs}; GIS programs still write it for Stereo70. */
    private static Optional<Projection> projection(JsonNode crs) {
        String name = crs.path("properties").path("name").asString("");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.endsWith("CRS84")) {
            return Optional.of(Projection.of(Projection.WGS84));
        }
        try {
            return Optional.of(Projection.of(Integer.parseInt(name.substring(name.lastIndexOf(':') + 1))));
        } catch (IllegalArgumentException unknown) {
            throw new GeoProblem.ReferenceSystemUnknown(
                    "The member crs does not name a system of the EPSG register; export as WGS84 or Stereo70 (EPSG:3844).");
        }
    }
}
