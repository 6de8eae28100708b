package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.key;
import static ro.caravana.layers.feature.LayerProperty.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.PublishedNeedMap;
import ro.caravana.disclosure.PublishedNeeds;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.territory.Level;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Residents;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Localities as points, with their published need. */
@Component
class LocalityLayer extends KeptLayer {
    private static final List<LayerProperty> PROPERTIES = Stream.concat(
                    Stream.of(
                            key("siruta", Type.INTEGER),
                            key("name", Type.STRING),
                            key("uatSiruta", Type.INTEGER),
                            plain("uatName", Type.STRING),
                            key("type", Type.INTEGER),
                            plain("population", Type.INTEGER)),
                    NeedProperties.ALL.stream())
            .toList();

    private final PublishedNeeds needs;

    LocalityLayer(TerritoryRegistry registry, PublishedNeeds needs) {
        super("localities", PROPERTIES, registry);
        this.needs = needs;
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        Optional<PublishedNeedMap> figures = needs.current(viewer);
        List<Object> madeFrom = new ArrayList<>(List.of(territory));
        figures.ifPresent(madeFrom::add);
        return cache.get(madeFrom, () -> make(territory, figures));
    }

    private static Layer make(Territory territory, Optional<PublishedNeedMap> figures) {
        Residents residents = Residents.of(territory);
        return new Layer(
                territory.listLocalities().stream()
                        .map(locality -> feature(locality, territory, residents, figures))
                        .toList(),
                NeedProperties.origins(figures));
    }

    private static Feature feature(
            Locality locality, Territory territory, Residents residents, Optional<PublishedNeedMap> figures) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("siruta", locality.siruta());
        properties.put("name", locality.name());
        properties.put("uatSiruta", locality.uatSiruta());
        properties.put("uatName", territory.getUat(locality.uatSiruta()).name());
        properties.put("type", locality.sirutaType());
        properties.put("population", residents.ofLocality(locality.siruta()));
        NeedProperties.put(properties, figures.flatMap(map -> map.find(Level.LOCALITY, locality.siruta())));
        return Feature.numbered(locality.siruta(), Shapes.point(locality.position()), properties);
    }
}
