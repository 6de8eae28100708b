package ro.caravana.territory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Romanian place names reduced to a key that is equal whenever people mean the same name. */
final class PlaceNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern OLD_INNER_I = Pattern.compile("(?<=\\p{L})[îÎ](?=\\p{L})");
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:JUD|JUDET|JUDETUL|MUN|MUNICIPIU|MUNICIPIUL|OR|ORS|ORAS|ORASUL|COM|COMUNA|SAT|SATUL|LOC|LOCALITATEA) ");

    private PlaceNames() {}

    /** Without case, diacritics and punctuation. Before 1993 the inner "â" was written "î": both give one key. */
    static String key(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        String modern = OLD_INNER_I.matcher(composed).replaceAll("â");
        String bare =
                MARKS.matcher(Normalizer.normalize(modern, Normalizer.Form.NFD)).replaceAll("");
        return NOT_A_LETTER_OR_DIGIT.matcher(bare).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }

    /** The {@link #key} without a word such as "COM." or "MUNICIPIUL" before the name. */
    static String keyWithoutPrefix(String name) {
        return PREFIX.matcher(key(name)).replaceFirst("");
    }
}
