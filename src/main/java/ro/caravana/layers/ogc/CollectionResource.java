package ro.caravana.layers.ogc;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import ro.caravana.access.Viewer;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerSource;

/** A collection as the wire describes it. */
final class CollectionResource {
    private CollectionResource() {}

    /** With the links that lead from it to its items. */
    static Resources.Collection of(OgcRequest request, LayerSource source, Viewer viewer) {
        Texts texts = request.texts();
        Layer layer = source.layer(viewer);
        String title = texts.get("collection." + source.id() + ".title");
        String here = request.href("collections", source.id());
        String items = request.href("collections", source.id(), "items");
        return new Resources.Collection(
                source.id(),
                title,
                texts.get("collection." + source.id() + ".description"),
                attribution(layer, texts),
                layer.extent()
                        .map(box -> new Resources.Extent(new Resources.Spatial(
                                List.of(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())),
                                Resources.CRS84)))
                        .orElse(null),
                "feature",
                List.of(Resources.CRS84),
                List.of(
                        new Link(items, "items", OgcRequest.GEOJSON, title),
                        new Link(items + "?f=html", "items", "text/html", title),
                        new Link(here, "collection", MediaType.APPLICATION_JSON_VALUE, title)));
    }

    private static String attribution(Layer layer, Texts texts) {
        return layer.origins().stream()
                .map(origin ->
                        texts.get("attribution." + origin.subject()) + ": " + origin.source() + ", " + origin.date())
                .collect(Collectors.joining("; "));
    }

    static Resources.Collection withLinks(Resources.Collection collection, List<Link> links) {
        return new Resources.Collection(
                collection.id(),
                collection.title(),
                collection.description(),
                collection.attribution(),
                collection.extent(),
                collection.itemType(),
                collection.crs(),
                links);
    }
}
