package ro.caravana.layers.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.civilstatus.Siieasc;
import ro.caravana.civilstatus.SiieascState;
import ro.caravana.layers.feature.Layer;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerProperty.Type;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** The civil status offices, and how far each is on its way into SIIEASC. */
@Component
class OfficeLayer extends KeptLayer {
    private static final List<LayerProperty> PROPERTIES = Stream.concat(
                    OfficeFeatures.PROPERTIES.stream(), Stream.of(LayerProperty.key("siieasc", Type.STRING)))
            .toList();

    private final Siieasc siieasc;
    private volatile Map<String, SiieascState> latest = Map.of();

    OfficeLayer(TerritoryRegistry registry, Siieasc siieasc) {
        super("offices", PROPERTIES, registry);
        this.siieasc = siieasc;
    }

    @Override
    public Layer layer(Viewer viewer) {
        Territory territory = registry.current();
        Map<String, SiieascState> states = states();
        return cache.get(
                List.of(territory, states),
                () -> OfficeFeatures.layer(
                        territory,
                        Office.Kind.CIVIL_STATUS,
                        office -> Map.of(
                                "siieasc",
                                states.getOrDefault(office.id(), SiieascState.NOT_STARTED)
                                        .name())));
    }

    /** The same object as long as no office has moved. */
    private Map<String, SiieascState> states() {
        Map<String, SiieascState> now = siieasc.states();
        if (!now.equals(latest)) {
            latest = now;
        }
        return latest;
    }
}
