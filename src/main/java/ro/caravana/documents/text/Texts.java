package ro.caravana.documents.text;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.documents.model.Audience;

/**
 * Everything a document writes, in one language. Immutable and thread-safe.
 *
 * <p>Days and hours are those of Europe/Bucharest. Hours are whole minutes: a notice that says 10:17:43 would be laughed at.
 */
public final class Texts {
    public static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    private static final ResourceBundle.Control EXACT_BUNDLE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Language language;
    private final int threshold;
    private final ResourceBundle messages;
    private final ResourceBundle planning;
    private final ResourceBundle workgroup;

    /** @param threshold of the disclosure gate: under which figures are hidden */
    public Texts(Language language, int threshold) {
        this.language = language;
        this.threshold = threshold;
        this.messages = bundle("documents.documents", language.locale());
        this.planning = bundle("planning", language.locale());
        this.workgroup = bundle("documents.workgroup", language.locale());
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, EXACT_BUNDLE);
    }

    public Language language() {
        return language;
    }

    public int threshold() {
        return threshold;
    }

    /** @throws java.util.MissingResourceException where no message has this key: a test finds them all */
    public String text(String key, Object... arguments) {
        String message = messages.containsKey(key) ? messages.getString(key) : workgroup.getString(key);
        return arguments.length == 0 ? message : new MessageFormat(message, language.locale()).format(arguments);
    }

    /** Why a visit is in no plan, in the planner's own words; a code without words stays a code. */
    public String reason(String code) {
        String key = "unserved." + code;
        return planning.containsKey(key) ? planning.getString(key) : code;
    }

    /** What this copy says about small figures: a shared one hides them, the directorate's own shows them. */
    public String suppression(Audience audience) {
        String key = audience == Audience.INTERNAL ? "suppression-internal" : "suppression-line";
        return text(key, String.valueOf(threshold));
    }

    /** The number, or the word for a hidden one: also large numbers are hidden, where they would give a small one away. */
    public String persons(PublishedCount count) {
        return count.count().isPresent() ? number(count.count().getAsLong()) : text("hidden");
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** 1.234,50 lei. */
    public String lei(long bani) {
        return amount(bani) + " lei";
    }

    /** 1.234,50, under a head that says lei. */
    public String amount(long bani) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(bani / 100.0);
    }

    /** 18.03.2027. */
    public String date(LocalDate date) {
        return format("dd.MM.yyyy").format(date);
    }

    /** joi 18.03.2027. */
    public String dayAndDate(LocalDate date) {
        return format("EEE dd.MM.yyyy").format(date);
    }

    /** joi, 18 martie 2027. */
    public String longDate(LocalDate date) {
        return format("EEEE, d MMMM yyyy").format(date);
    }

    /** Martie 2027. */
    public String month(YearMonth month) {
        String text = format("LLLL yyyy").format(month);
        return text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }

    /** 18.03.2027, 14:05. */
    public String moment(Instant moment) {
        return format("dd.MM.yyyy, HH:mm").format(moment.atZone(ZONE));
    }

    /** 08:45, to the nearest minute. */
    public String time(LocalTime time) {
        return format("HH:mm").format(nearestMinute(time));
    }

    /** 08:45–10:15. */
    public String hours(LocalTime start, LocalTime end) {
        return time(start) + "–" + time(end);
    }

    /** 126 km, or 4,5 km under ten. */
    public String distance(long metres) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(metres < 10_000 ? 1 : 0);
        return format.format(metres / 1000.0) + " km";
    }

    /** 2 h 34 min. */
    public String duration(long seconds) {
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** To the nearest minute; the last half minute of a day stays in its day. */
    public static LocalTime nearestMinute(LocalTime time) {
        boolean up = time.getSecond() >= 30 && !(time.getHour() == 23 && time.getMinute() == 59);
        LocalTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        return up ? minute.plusMinutes(1) : minute;
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
