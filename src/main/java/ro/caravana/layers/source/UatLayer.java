package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.key;
import static ro.caravana.layers.feature.LayerProperty.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.disclosure.PublishedNeedMap;
import ro.caravana.disclosure.PublishedNeeds;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.layers.feature.Origin;
import ro.caravana.layers.feature.Origin.Subject;
import ro.caravana.territory.Boundaries;
import ro.caravana.territory.Level;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** UATs with their boundaries and their published need. */
@Component
class UatLayer extends KeptLayer {
    private static final List<LayerProperty> PROPERTIES = Stream.concat(
                    Stream.of(
                            key("siruta", Type.INTEGER),
                            key("name", Type.STRING),
                            key("type", Type.STRING),
                            plain("population", Type.INTEGER),
                            key("seatSiruta", Type.INTEGER),
                            plain("per1000", Type.NUMBER)),
                    NeedProperties.ALL.stream())
            .toList();

    private final PublishedNeeds needs;

    UatLayer(TerritoryRegistry registry, PublishedNeeds needs) {
        super("uats", PROPERTIES, registry);
        this.needs = needs;
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        Boundaries boundaries = registry.boundaries();
        Optional<PublishedNeedMap> figures = needs.current(viewer);
        List<Object> madeFrom = new ArrayList<>(List.of(territory, boundaries));
        figures.ifPresent(madeFrom::add);
        return cache.get(madeFrom, () -> make(territory, boundaries, figures));
    }

    private static Layer make(Territory territory, Boundaries boundaries, Optional<PublishedNeedMap> figures) {
        List<Origin> origins = new ArrayList<>();
        origins.add(new Origin(
                boundaries.generalised() ? Subject.GENERALISED_BOUNDARIES : Subject.BOUNDARIES,
                boundaries.source(),
                boundaries.date()));
        origins.addAll(NeedProperties.origins(figures));
        return new Layer(
                territory.listUats().stream()
                        .map(uat -> feature(uat, boundaries, figures.flatMap(map -> map.find(Level.UAT, uat.siruta()))))
                        .toList(),
                origins);
    }

    private static Feature feature(Uat uat, Boundaries boundaries, Optional<PublishedEstimate> need) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("siruta", uat.siruta());
        properties.put("name", uat.name());
        properties.put("type", uat.type().name().toLowerCase(Locale.ROOT));
        properties.put("population", uat.population());
        properties.put("seatSiruta", uat.seatSiruta());
        properties.put("per1000", per1000(need, uat.population()));
        NeedProperties.put(properties, need);
        return Feature.numbered(uat.siruta(), boundaries.byUat().get(uat.siruta()), properties);
    }

    /** From the published mean, so that the rate tells no more than the figure beside it. One decimal. */
    private static @Nullable Double per1000(Optional<PublishedEstimate> need, int population) {
        if (population <= 0 || need.isEmpty() || need.get().mean().isEmpty()) {
            return null;
        }
        return Math.round(need.get().mean().getAsLong() * 10_000.0 / population) / 10.0;
    }
}
