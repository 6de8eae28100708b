package ro.caravana.layers.source;

import java.util.List;
import ro.caravana.layers.feature.LayerProperty;
import ro.caravana.layers.feature.LayerSource;
import ro.caravana.territory.TerritoryRegistry;

/** A layer with its name and columns, drawn from the county's tables. */
abstract class KeptLayer implements LayerSource {
    final TerritoryRegistry registry;
    /** Of what was made last. */
    final LayerCache cache = new LayerCache();

    private final String id;
    private final List<LayerProperty> properties;

    KeptLayer(String id, List<LayerProperty> properties, TerritoryRegistry registry) {
        this.id = id;
        this.properties = properties;
        this.registry = registry;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final List<LayerProperty> properties() {
        return properties;
    }
}
