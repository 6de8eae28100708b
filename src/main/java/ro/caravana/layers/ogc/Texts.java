package ro.caravana.layers.ogc;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Words for people, in the language they asked for: Romanian or English. */
final class Texts {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");
    private static final List<Locale> LANGUAGES = List.of(ROMANIAN, Locale.ENGLISH);

    private final Locale language;
    private final ResourceBundle messages;

    private Texts(Locale language) {
        this.language = language;
        this.messages = ResourceBundle.getBundle(
                "layers/messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** By Accept-Language; Romanian where it is absent, unreadable or asks for another language. */
    static Texts of(ServerHttpRequest request) {
        String wanted = request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        return new Texts(wanted == null ? ROMANIAN : lookup(wanted));
    }

    private static Locale lookup(String wanted) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), LANGUAGES);
            return found == null ? ROMANIAN : found;
        } catch (IllegalArgumentException unreadable) {
            return ROMANIAN;
        }
    }

    String language() {
        return language.toLanguageTag();
    }

    String get(String key) {
        return messages.getString(key);
    }
}
