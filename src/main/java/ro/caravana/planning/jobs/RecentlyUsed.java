package ro.caravana.planning.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Keeps the few values used last. Thread-safe; a value is made once even when several ask for it at the same time. */
final class RecentlyUsed<K, V> {
    private final int most;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

    RecentlyUsed(int most) {
        this.most = most;
    }

    /** Whoever asks meanwhile waits: making the same large value twice would cost more. */
    synchronized V get(K key, Function<K, V> make) {
        V kept = values.get(key);
        if (kept != null) {
            return kept;
        }
        V made = make.apply(key);
        values.put(key, made);
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
        return made;
    }
}
