package ro.caravana.layers.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerSource;

/**
 * The OpenAPI 3.0 description of {@code /ogc}. Written from the layer sources, because the parameters of a collection's items
 * depend on what its features carry.
 */
@Component
class ApiDefinition {
    private static final String JSON = "application/json";

    private final LayerSources sources;

    ApiDefinition(LayerSources sources) {
        this.sources = sources;
    }

    Map<String, Object> describe(OgcRequest request) {
        Map<String, Object> paths = new LinkedHashMap<>();
        paths.put("/", get("getLandingPage", JSON, List.of()));
        paths.put("/conformance", get("getConformance", JSON, List.of()));
        paths.put("/api", get("getApi", OgcRequest.OPENAPI, List.of()));
        paths.put("/collections", get("getCollections", JSON, List.of()));
        for (LayerSource source : sources.listSources()) {
            String here = "/collections/" + source.id();
            paths.put(here, get("describe-" + source.id(), JSON, List.of()));
            paths.put(here + "/items", get("list-" + source.id(), OgcRequest.GEOJSON, itemsParameters(source)));
            paths.put(
                    here + "/items/{featureId}",
                    get("get-" + source.id(), OgcRequest.GEOJSON, List.of(pathParameter("featureId"))));
        }
        return ordered(
                "openapi",
                "3.0.3",
                "info",
                ordered("title", request.texts().get("landing.title"), "version", "1"),
                "servers",
                List.of(Map.of("url", request.href())),
                "security",
                List.of(Map.of("basic", List.of()), Map.of("session", List.of())),
                "paths",
                paths,
                "components",
                Map.of(
                        "securitySchemes",
                        ordered(
                                "basic",
                                ordered("type", "http", "scheme", "basic"),
                                "session",
                                ordered("type", "apiKey", "in", "cookie", "name", "CARAVANA_SESSION"))));
    }

    /** The same for people: one line per address. */
    List<String> summary() {
        Stream<String> fixed = Stream.of("", "/conformance", "/api", "/collections");
        Stream<String> collections = sources.listSources().stream()
                .map(source -> "/collections/" + source.id())
                .flatMap(here -> Stream.of(here, here + "/items", here + "/items/{featureId}"));
        return Stream.concat(fixed, collections).map(path -> "GET /ogc" + path).toList();
    }

    private static Map<String, Object> get(String operation, String type, List<Map<String, Object>> parameters) {
        List<Map<String, Object>> all =
                Stream.concat(parameters.stream(), Stream.of(formatParameter())).toList();
        Map<String, Object> schema = Map.of("schema", Map.of("type", "object"));
        Map<String, Object> success =
                ordered("description", "OK", "content", ordered(type, schema, "text/html", textSchema()));
        return Map.of(
                "get",
                ordered(
                        "operationId",
                        operation,
                        "parameters",
                        all,
                        "responses",
                        ordered("200", success, "400", problem(), "401", problem(), "404", problem())));
    }

    private static List<Map<String, Object>> itemsParameters(LayerSource source) {
        Stream<Map<String, Object>> core = Stream.of(
                queryParameter(
                        "limit",
                        ordered(
                                "type",
                                "integer",
                                "minimum",
                                1,
                                "maximum",
                                ItemsQuery.MAX_LIMIT,
                                "default",
                                ItemsQuery.DEFAULT_LIMIT)),
                queryParameter("offset", ordered("type", "integer", "minimum", 0, "default", 0)),
                bboxParameter(),
                queryParameter("datetime", ordered("type", "string")));
        Stream<Map<String, Object>> filters = source.properties().stream()
                .filter(LayerProperty::filterable)
                .map(property -> queryParameter(
                        property.name(), ordered("type", property.type().name().toLowerCase(Locale.ROOT))));
        return Stream.concat(core, filters).toList();
    }

    private static Map<String, Object> bboxParameter() {
        Map<String, Object> parameter = queryParameter(
                "bbox", ordered("type", "array", "items", Map.of("type", "number"), "minItems", 4, "maxItems", 6));
        parameter.put("style", "form");
        parameter.put("explode", false);
        return parameter;
    }

    private static Map<String, Object> formatParameter() {
        return queryParameter("f", ordered("type", "string", "enum", List.of("json", "html")));
    }

    private static Map<String, Object> queryParameter(String name, Map<String, Object> schema) {
        return ordered("name", name, "in", "query", "required", false, "schema", schema);
    }

    private static Map<String, Object> pathParameter(String name) {
        return ordered("name", name, "in", "path", "required", true, "schema", Map.of("type", "string"));
    }

    private static Map<String, Object> problem() {
        return ordered("description", "Problem (RFC 9457)", "content", Map.of("application/problem+json", Map.of()));
    }

    private static Map<String, Object> textSchema() {
        return Map.of("schema", Map.of("type", "string"));
    }

    /** A map in the order of its arguments: name, value, name, value … */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
