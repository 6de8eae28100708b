package ro.caravana.statistics.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Remembers answers for cell texts, which repeat a million times; stops remembering when a file brings too many different ones. */
final class Memo<K, V> {
    private static final int MOST_ENTRIES = 50_000;

    private final Map<K, V> answers = new HashMap<>();
    private final Function<K, V> ask;

    Memo(Function<K, V> ask) {
        this.ask = ask;
    }

    V get(K key) {
        V known = answers.get(key);
        if (known != null) {
            return known;
        }
        V answer = ask.apply(key);
        if (answers.size() < MOST_ENTRIES) {
            answers.put(key, answer);
        }
        return answer;
    }
}
