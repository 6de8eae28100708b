package ro.caravana.workgroup.web;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** One language's words of the questionnaire. */
enum Words {
    RO("ro-RO"),
    EN("en-GB");

    private final Locale locale;
    private final ResourceBundle messages;

    Words(String tag) {
        this.locale = Locale.forLanguageTag(tag);
        this.messages = ResourceBundle.getBundle(
                "workgroup.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Romanian unless English is named. */
    static Words of(@Nullable String tag) {
        return "en".equals(tag) ? EN : RO;
    }

    /** BCP 47 tag without region. */
    String tag() {
        return locale.getLanguage();
    }

    Words other() {
        return this == RO ? EN : RO;
    }

    /** @throws java.util.MissingResourceException where no message has this key */
    String text(String key, Object... arguments) {
        String message = messages.getString(key);
        return arguments.length == 0 ? message : new MessageFormat(message, locale).format(arguments);
    }

    /** joi, 18 martie 2027. */
    String longDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", locale).format(date);
    }
}
