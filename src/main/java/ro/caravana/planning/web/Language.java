package ro.caravana.planning.web;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import ro.caravana.planning.availability.Availability;
import ro.caravana.planning.availability.When;

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

    /** What is known of a place: whose hours or closures, when, and the note. */
    String availability(Availability entry) {
        When when = entry.when();
        List<String> told = new ArrayList<>(
                List.of(text("whose." + entry.whose(), entry.whose().name())));
        if (when instanceof When.Weekly weekly) {
            told.add(weekly.weekdays().stream()
                    .map(day -> day.getDisplayName(TextStyle.FULL, locale()))
                    .collect(Collectors.joining(", ")));
            told.add(clock(weekly.from()));
            told.add(clock(weekly.to()));
        } else if (when instanceof When.Dates dates) {
            DateTimeFormatter day =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale());
            told.add(day.format(dates.first()));
            told.add(day.format(dates.last()));
        } else if (when instanceof When.Yearly yearly) {
            DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM", locale());
            told.add(day.format(yearly.first()));
            told.add(day.format(yearly.last()));
        }
        String sentence = new MessageFormat(text("availability." + when.kind(), ""), locale()).format(told.toArray());
        return entry.note().isEmpty() ? sentence : sentence + " (" + entry.note() + ")";
    }

    private static String clock(int secondOfDay) {
        return String.format(Locale.ROOT, "%02d:%02d", secondOfDay / 3_600, secondOfDay % 3_600 / 60);
    }

    private Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** A plan kept by an earlier version may name a rule that is no more. */
    private String text(String key, String otherwise) {
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }
}
