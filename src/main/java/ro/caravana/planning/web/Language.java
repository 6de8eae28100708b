package ro.caravana.planning.web;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;

/** The languages in which a plan explains itself; Romanian unless another is asked for. */
enum Language {
    RO,
    EN;

    private static final String BUNDLE = "planning";

    private final ResourceBundle texts;

    Language() {
        texts = ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** BCP 47. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first of the caller's languages that we speak. An unreadable header counts as none. */
    static Language of(HttpHeaders headers) {
        try {
            List<Locale.LanguageRange> wanted = headers.getAcceptLanguage();
            return "en".equals(Locale.lookupTag(wanted, List.of("ro", "en"))) ? EN : RO;
        } catch (IllegalArgumentException unreadable) {
            return RO;
        }
    }

    String ruleTitle(String rule) {
        return text("rule." + rule + ".title", rule);
    }

    String ruleSentence(String rule) {
        return text("rule." + rule + ".sentence", "");
    }

    String unservedReason(String code) {
        return text("unserved." + code, texts.getString("unserved.unknown"));
    }

    /** A plan kept by an earlier version may name a rule that is no more. */
    private String text(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
