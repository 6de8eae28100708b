package ro.caravana.layers.source;

import java.util.List;
import java.util.function.Supplier;
import ro.caravana.layers.feature.Layer;

/**
 * Keeps the layers made last: one for planners, one for everyone else. Thread-safe; two threads may make the same layer after a
 * change, and then one copy is dropped.
 */
final class LayerCache {
    private volatile List<Entry> latest = List.of();

    private record Entry(List<Object> madeFrom, Layer layer) {
        boolean isFrom(List<Object> others) {
            if (madeFrom.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < others.size(); i++) {
                if (madeFrom.get(i) != others.get(i)) { // snapshots: the same object means the same content
                    return false;
                }
            }
            return true;
        }
    }

    /** @param madeFrom the snapshots that go into the layer; a layer made from the very same objects is still good */
    Layer get(List<Object> madeFrom, Supplier<Layer> make) {
        List<Entry> known = latest;
        for (Entry entry : known) {
            if (entry.isFrom(madeFrom)) {
                return entry.layer();
            }
        }
        Entry made = new Entry(List.copyOf(madeFrom), make.get());
        latest = known.isEmpty() ? List.of(made) : List.of(made, known.get(0));
        return made.layer();
    }
}
