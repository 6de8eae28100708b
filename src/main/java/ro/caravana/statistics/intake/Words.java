package ro.caravana.statistics.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Headings and code words as people type them, reduced to what they mean. */
final class Words {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_.:()/]+");

    private Words() {}

    /** Lower case, no diacritics; runs of blanks, underscores, dots, colons, brackets and slashes become one blank. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SEPARATORS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
