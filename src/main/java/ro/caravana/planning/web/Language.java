package ro.caravana.planning.web;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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

    /** What stands against a day, by its code. */
    String obstacle(String code) {
        return text("slot." + code, code);
    }

    /** One of the sentences that say what shaped a visit; dates among the values are written out. */
    String shape(String code, List<?> values) {
        DateTimeFormatter dates =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(tag()));
        Object[] told = values.stream()
                .map(value -> value instanceof LocalDate date ? dates.format(date) : String.valueOf(value))
                .toArray();
        return new MessageFormat(text("shape." + code, code), Locale.forLanguageTag(tag())).format(told);
    }

    /** A plan kept by an earlier version may name a rule that is no more. */
    private String text(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
