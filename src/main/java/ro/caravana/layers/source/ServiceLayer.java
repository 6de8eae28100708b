package ro.caravana.layers.source;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.layers.feature.Layer;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** The local services that issue identity cards. */
@Component
class ServiceLayer extends KeptLayer {

    ServiceLayer(TerritoryRegistry registry) {
        super("services", OfficeFeatures.PROPERTIES, registry);
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        return cache.get(
                List.of(territory),
                () -> OfficeFeatures.layer(territory, Office.Kind.LOCAL_SERVICE, office -> Map.of()));
    }
}
