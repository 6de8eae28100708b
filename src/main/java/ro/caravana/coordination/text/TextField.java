package ro.caravana.coordination.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.PrintedHours;
import ro.caravana.pages.Words;

/** What a text can say of the visit; written {@code {{name}}}. */
public enum TextField {
    LOCALITY("localitatea", (words, visit) -> visit.locality()),
    UAT("uat", (words, visit) -> visit.uat()),
    DATE("data", (words, visit) -> words.longDate(visit.date())),
    SHORT_DATE("data-scurt", (words, visit) -> words.date(visit.date())),
    HOURS("orele", (words, visit) -> {
        PrintedHours hours = PrintedHours.of(visit.start(), visit.end());
        return words.hours(hours.start(), hours.end());
    }),
    PLACE("locul", (words, visit) -> visit.siteName());

    private static final Pattern TAG = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private final String field;
    private final BiFunction<Words, Appointment, String> value;

    TextField(String field, BiFunction<Words, Appointment, String> value) {
        this.field = field;
        this.value = value;
    }

    /** As it stands between the braces. */
    public String field() {
        return field;
    }

    String tag() {
        return "{{" + field + "}}";
    }

    private static Optional<TextField> find(String name) {
        return Arrays.stream(values()).filter(known -> known.field.equals(name)).findFirst();
    }

    /** The words with every field filled in. What is no field stays as it is. */
    static String fill(String text, Words words, Appointment visit) {
        return TAG.matcher(text)
                .replaceAll(tag -> Matcher.quoteReplacement(find(tag.group(1))
                        .map(known -> known.value.apply(words, visit))
                        .orElse(tag.group())));
    }

    /** @throws CoordinationProblem.BadText where something in braces is no field, or a brace is left open */
    static void check(String text, String member) {
        String rest = TAG.matcher(text).replaceAll(tag -> {
            if (find(tag.group(1)).isEmpty()) {
                throw new CoordinationProblem.BadText(member, "There is no such field in double braces.");
            }
            return "";
        });
        if (rest.contains("{{") || rest.contains("}}")) {
            throw new CoordinationProblem.BadText(member, "A field is written as {{data}}; two braces are left open.");
        }
    }
}
