package ro.caravana.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One module's sentences, in Romanian and English. Immutable and thread-safe. */
public final class Phrasebook {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro-RO");
    private static final Locale ENGLISH = Locale.forLanguageTag("en-GB");

    private final Words romanian;
    private final Words english;

    /**
     * @param bundle of message properties, for example {@code reported.messages}
     * @throws java.util.MissingResourceException where a language is missing
     */
    public Phrasebook(String bundle) {
        this.romanian = new Words(bundle, ROMANIAN);
        this.english = new Words(bundle, ENGLISH);
    }

    /** Romanian unless English is named. */
    public Words in(@Nullable String tag) {
        return "en".equals(tag) ? english : romanian;
    }

    public Words romanian() {
        return romanian;
    }

    public Words english() {
        return english;
    }
}
