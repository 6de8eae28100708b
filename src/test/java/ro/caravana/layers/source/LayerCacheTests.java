package ro.caravana.layers.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import ro.caravana.layers.feature.Layer;

class LayerCacheTests {
    private final LayerCache cache = new LayerCache();

    @Test
    void theSameSnapshotsGiveTheSameLayer() {
        Object territory = new Object();
        assertThat(make(territory)).isSameAs(make(territory));
    }

    @Test
    void plannersAndOthersDoNotPushEachOtherOut() {
        Object planners = new Object();
        Object others = new Object();
        Layer first = make(planners);
        make(others);
        assertThat(make(planners)).isSameAs(first);
    }

    @Test
    void equalIsNotTheSame() {
        assertThat(make(List.of(1))).isNotSameAs(make(new ArrayList<>(List.of(1))));
    }

    @Test
    void aFurtherSnapshotMakesAnotherLayer() {
        Object territory = new Object();
        Layer without = make(territory);
        assertThat(make(territory, new Object())).isNotSameAs(without);
    }

    private Layer make(Object... madeFrom) {
        return cache.get(List.of(madeFrom), () -> new Layer(List.of(), List.of()));
    }
}
