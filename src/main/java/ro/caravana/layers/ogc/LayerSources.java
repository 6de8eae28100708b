package ro.caravana.layers.ogc;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import ro.caravana.layers.LayerProblem;
import ro.caravana.layers.feature.LayerSource;

/** All collections the house offers, by id. */
@Component
class LayerSources {
    private final Map<String, LayerSource> byId = new TreeMap<>();

    LayerSources(List<LayerSource> sources) {
        for (LayerSource source : sources) {
            if (byId.put(source.id(), source) != null) {
                throw new IllegalStateException("two layer sources are called " + source.id());
            }
        }
    }

    /** In order of their ids. */
    Collection<LayerSource> listSources() {
        return List.copyOf(byId.values());
    }

    /** @throws LayerProblem.UnknownCollection 404 */
    LayerSource getSource(String id) {
        LayerSource source = byId.get(id);
        if (source == null) {
            throw new LayerProblem.UnknownCollection(byId.keySet());
        }
        return source;
    }
}
