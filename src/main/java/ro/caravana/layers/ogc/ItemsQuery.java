package ro.caravana.layers.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.layers.LayerProblem;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerSource;
import ro.caravana.layers.feature.Selection;

/**
 * Which items of a collection are wanted.
 *
 * @param limit 1 to {@link #MAX_LIMIT}
 * @param offset features to skip, from 0
 */
record ItemsQuery(int limit, int offset, Selection selection) {
    static final int DEFAULT_LIMIT = 1_000;
    static final int MAX_LIMIT = 10_000;

    /** The parameters that the items of a collection understand. */
    static List<String> parameters(LayerSource source) {
        List<String> names = new ArrayList<>(List.of("limit", "offset", "bbox", "datetime"));
        source.properties().stream()
                .filter(LayerProperty::filterable)
                .map(LayerProperty::name)
                .forEach(names::add);
        return names;
    }

    /** @throws LayerProblem.BadParameter where a value cannot be read */
    static ItemsQuery of(OgcRequest request, LayerSource source) {
        // A larger limit is no error but means the maximum (/req/core/fc-limit-response-1).
        int limit = Math.min(MAX_LIMIT, whole(request, "limit", 1, DEFAULT_LIMIT));
        int offset = whole(request, "offset", 0, 0);
        // Nothing here has a time yet, and what has none matches any (/req/core/fc-time-response).
        request.parameter("datetime").ifPresent(DatetimeParameter::check);
        Map<String, String> equal = new LinkedHashMap<>();
        source.properties().stream()
                .filter(LayerProperty::filterable)
                .map(LayerProperty::name)
                .forEach(name -> request.parameter(name).ifPresent(value -> equal.put(name, value)));
        return new ItemsQuery(
                limit,
                offset,
                new Selection(
                        request.parameter("bbox").map(BboxParameter::parse).orElse(List.of()), equal));
    }

    private static int whole(OgcRequest request, String name, int lowest, int otherwise) {
        return request.parameter(name)
                .map(text -> {
                    if (!text.matches("[0-9]{1,18}") || Long.parseLong(text) < lowest) {
                        throw new LayerProblem.BadParameter(name, "The value is a whole number from " + lowest + ".");
                    }
                    return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
                })
                .orElse(otherwise);
    }
}
