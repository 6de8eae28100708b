package ro.caravana.pages;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** A phrasebook's sentences in one language. Days and hours are those of Europe/Bucharest. Immutable and thread-safe. */
public final class Words {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private final Locale locale;
    private final ResourceBundle messages;

    Words(String bundle, Locale locale) {
        this.locale = locale;
        this.messages = ResourceBundle.getBundle(
                bundle, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** BCP 47 tag without region. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The tag of the language somebody may change to. */
    public String otherTag() {
        return "en".equals(tag()) ? "ro" : "en";
    }

    /** @throws java.util.MissingResourceException where no message has this key */
    public String text(String key, Object... arguments) {
        String message = messages.getString(key);
        return arguments.length == 0 ? message : new MessageFormat(message, locale).format(arguments);
    }

    /** joi, 18 martie 2027. */
    public String longDate(LocalDate date) {
        return format("EEEE, d MMMM yyyy").format(date);
    }

    /** 18.03.2027. */
    public String date(LocalDate date) {
        return format("dd.MM.yyyy").format(date);
    }

    /** 18.03.2027, 14:05. */
    public String moment(Instant moment) {
        return format("dd.MM.yyyy, HH:mm").format(moment.atZone(ZONE));
    }

    /** 08:45, of a second of the day, to the nearest minute. */
    public String time(int secondOfDay) {
        int minutes = Math.min((secondOfDay + 30) / 60, 24 * 60 - 1);
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    /** 08:45–10:15. */
    public String hours(int start, int end) {
        return time(start) + "–" + time(end);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }
}
