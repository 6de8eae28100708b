package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.key;
import static ro.caravana.layers.feature.LayerProperty.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.coverage.PublishedCoverage;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.PublishedNeeds;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.territory.Boundaries;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** UATs with what the offices have reported and the covered share of their need. A count that is null is hidden. */
@Component
class CoverageLayer extends KeptLayer {
    private static final List<LayerProperty> PROPERTIES = List.of(
            key("siruta", Type.INTEGER),
            key("name", Type.STRING),
            key("office", Type.STRING),
            plain("opened", Type.INTEGER),
            plain("resolved", Type.INTEGER),
            plain("withdrawn", Type.INTEGER),
            plain("open", Type.INTEGER),
            plain("need", Type.INTEGER),
            plain("covered", Type.NUMBER),
            plain("coveredFrom", Type.NUMBER),
            plain("coveredTo", Type.NUMBER),
            plain("completeTo", Type.STRING));

    private final PublishedCoverage coverage;
    private final PublishedNeeds needs;

    CoverageLayer(TerritoryRegistry registry, PublishedCoverage coverage, PublishedNeeds needs) {
        super("coverage", PROPERTIES, registry);
        this.coverage = coverage;
        this.needs = needs;
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        Boundaries boundaries = registry.boundaries();
        PublishedCoverage.Snapshot snapshot = coverage.current(viewer);
        return cache.get(
                List.of(territory, boundaries, snapshot),
                () -> new Layer(
                        snapshot.places().stream()
                                .filter(place ->
                                        territory.findUat(place.siruta()).isPresent())
                                .map(place -> feature(place, territory, boundaries))
                                .toList(),
                        NeedProperties.origins(needs.current(viewer))));
    }

    private static Feature feature(PublishedCoverage.Place place, Territory territory, Boundaries boundaries) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("siruta", place.siruta());
        properties.put("name", territory.getUat(place.siruta()).name());
        properties.put("office", place.office());
        properties.put("opened", boxed(place.opened()));
        properties.put("resolved", boxed(place.resolved()));
        properties.put("withdrawn", boxed(place.withdrawn()));
        properties.put("open", boxed(place.open()));
        properties.put(
                "need",
                place.need() == null || place.need().mean().isEmpty()
                        ? null
                        : place.need().mean().getAsLong());
        properties.put("covered", place.covered());
        properties.put("coveredFrom", place.coveredFrom());
        properties.put("coveredTo", place.coveredTo());
        properties.put(
                "completeTo",
                place.completeTo() == null ? null : place.completeTo().toString());
        return Feature.numbered(place.siruta(), boundaries.byUat().get(place.siruta()), properties);
    }

    private static @Nullable Long boxed(PublishedCount count) {
        return count.count().isPresent() ? count.count().getAsLong() : null;
    }
}
