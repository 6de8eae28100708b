package ro.caravana.layers.source;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerSource;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** The local services that issue identity cards. */
@Component
class ServiceLayer implements LayerSource {
    private final TerritoryRegistry registry;
    private final LayerCache cache = new LayerCache();

    ServiceLayer(TerritoryRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String id() {
        return "services";
    }

    @Override
    public List<LayerProperty> properties() {
        return OfficeFeatures.PROPERTIES;
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        return cache.get(
                List.of(territory),
                () -> OfficeFeatures.layer(territory, Office.Kind.LOCAL_SERVICE, office -> Map.of()));
    }
}
