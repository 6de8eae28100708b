package ro.caravana.layers.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.layers.LayerProblem;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerSource;

/** The features themselves, page by page or one by one. */
@RestController
class ItemsController {
    private final LayerSources sources;
    private final OgcAnswers answers;

    ItemsController(LayerSources sources, OgcAnswers answers) {
        this.sources = sources;
        this.answers = answers;
    }

    @GetMapping("/ogc/collections/{id}/items")
    ResponseEntity<byte[]> items(@PathVariable String id, ServerHttpRequest http, Viewer viewer) {
        LayerSource source = sources.getSource(id);
        OgcRequest request = OgcRequest.of(http, ItemsQuery.parameters(source));
        ItemsQuery query = ItemsQuery.of(request, source);
        List<Feature> matched = source.layer(viewer).select(query.selection());
        int from = Math.min(query.offset(), matched.size());
        List<Feature> page = matched.subList(from, Math.min(matched.size() - from, query.limit()) + from);
        List<Link> links = new ArrayList<>(request.selfLinks(OgcRequest.GEOJSON));
        links.addAll(pageLinks(request, query, matched.size()));
        links.add(collectionLink(request, source));
        Resources.FeatureCollection collection = new Resources.FeatureCollection(
                "FeatureCollection",
                matched.size(),
                page.size(),
                links,
                page.stream()
                        .map(feature -> new Resources.WrittenFeature(feature.json()))
                        .toList());
        return answers.answer(
                request, OgcRequest.GEOJSON, collection, () -> page(request, source, links, page, matched.size()));
    }

    @GetMapping("/ogc/collections/{id}/items/{featureId}")
    ResponseEntity<byte[]> item(
            @PathVariable String id, @PathVariable String featureId, ServerHttpRequest http, Viewer viewer) {
        LayerSource source = sources.getSource(id);
        OgcRequest request = OgcRequest.of(http, List.of());
        Feature feature = source.layer(viewer).findFeature(featureId).orElseThrow(LayerProblem.UnknownFeature::new);
        List<Link> links = new ArrayList<>(request.selfLinks(OgcRequest.GEOJSON));
        links.add(collectionLink(request, source));
        Resources.SingleFeature single = new Resources.SingleFeature(
                "Feature", feature.wireId(), links, feature.properties(), feature.geometryJson());
        return answers.answer(request, OgcRequest.GEOJSON, single, () -> featurePage(request, source, feature, links));
    }

    private static List<Link> pageLinks(OgcRequest request, ItemsQuery query, int matched) {
        List<Link> links = new ArrayList<>();
        String type = OgcRequest.mediaType(request.format(), OgcRequest.GEOJSON);
        long next = (long) query.offset() + query.limit();
        if (next < matched) {
            links.add(new Link(
                    at(request, query, next), "next", type, request.texts().get("link.next")));
        }
        if (query.offset() > 0) {
            long previous = Math.max(0, query.offset() - query.limit());
            links.add(new Link(
                    at(request, query, previous), "prev", type, request.texts().get("link.prev")));
        }
        return links;
    }

    private static String at(OgcRequest request, ItemsQuery query, long offset) {
        return request.hrefWith(Map.of("offset", Long.toString(offset), "limit", Integer.toString(query.limit())));
    }

    private static Link collectionLink(OgcRequest request, LayerSource source) {
        return new Link(
                request.href("collections", source.id()),
                "collection",
                MediaType.APPLICATION_JSON_VALUE,
                title(request, source));
    }

    private static String title(OgcRequest request, LayerSource source) {
        return request.texts().get("collection." + source.id() + ".title");
    }

    private static HtmlPage page(
            OgcRequest request, LayerSource source, List<Link> links, List<Feature> page, int matched) {
        List<String> columns = new ArrayList<>(List.of("id"));
        tableProperties(source).forEach(columns::add);
        columns.add("geometry");
        String count = request.texts().get("items.count") + " " + page.size() + " / " + matched;
        return new HtmlPage(
                request.texts().language(),
                title(request, source),
                List.of(count),
                links,
                columns,
                page.stream().map(feature -> row(request, source, feature)).toList());
    }

    /** The id stands in the first column already. */
    private static List<String> tableProperties(LayerSource source) {
        return source.properties().stream()
                .map(LayerProperty::name)
                .filter(name -> !name.equals("id"))
                .toList();
    }

    private static HtmlPage.Row row(OgcRequest request, LayerSource source, Feature feature) {
        List<HtmlPage.Cell> cells = new ArrayList<>();
        cells.add(new HtmlPage.Cell(
                feature.id(), request.href("collections", source.id(), "items", feature.id()) + "?f=html"));
        source.properties()
                .forEach(property -> cells.add(cell(feature.properties().get(property.name()))));
        cells.add(cell(kindOf(feature)));
        return new HtmlPage.Row(cells);
    }

    private static HtmlPage featurePage(OgcRequest request, LayerSource source, Feature feature, List<Link> links) {
        List<HtmlPage.Row> rows = new ArrayList<>();
        feature.properties().forEach((name, value) -> rows.add(new HtmlPage.Row(List.of(cell(name), cell(value)))));
        rows.add(new HtmlPage.Row(List.of(cell("geometry"), cell(feature.geometryJson()))));
        Texts texts = request.texts();
        return new HtmlPage(
                texts.language(),
                title(request, source) + " · " + feature.id(),
                List.of(),
                links,
                List.of(texts.get("column.property"), texts.get("column.value")),
                rows);
    }

    private static String kindOf(Feature feature) {
        return feature.geometry() == null ? "" : feature.geometry().getGeometryType();
    }

    private static HtmlPage.Cell cell(@Nullable Object value) {
        return HtmlPage.Cell.of(value == null ? "" : value);
    }
}
