package ro.caravana.layers.source;

import static ro.caravana.layers.feature.LayerProperty.key;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.layers.feature.Feature;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Places where the station can stop. */
@Component
class SiteLayer extends KeptLayer {
    private static final List<LayerProperty> PROPERTIES = List.of(
            key("id", Type.STRING),
            key("name", Type.STRING),
            key("kind", Type.STRING),
            key("localitySiruta", Type.INTEGER),
            key("uatSiruta", Type.INTEGER),
            key("wheelchair", Type.BOOLEAN));

    SiteLayer(TerritoryRegistry registry) {
        super("sites", PROPERTIES, registry);
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        return cache.get(
                List.of(territory),
                () -> new Layer(
                        territory.listSites().stream().map(SiteLayer::feature).toList(), List.of()));
    }

    private static Feature feature(Site site) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", site.id());
        properties.put("name", site.name());
        properties.put("kind", site.kind().name());
        properties.put("localitySiruta", site.localitySiruta());
        properties.put("uatSiruta", site.uatSiruta());
        properties.put("wheelchair", site.wheelchair());
        return Feature.named(site.id(), Shapes.point(site.position()), properties);
    }
}
