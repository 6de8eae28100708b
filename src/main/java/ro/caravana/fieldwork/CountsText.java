package ro.caravana.fieldwork;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;

/**
 * The words a team member signs: one line per figure, {@code name=value}, zeros left out, in the order of their bytes, joined by line
 * feeds. The phone writes the same text and hashes it before the report leaves, so that what is counted here is what was signed there.
 */
final class CountsText {
    private CountsText() {}

    /** SHA-256, hexadecimal in lower case. */
    static String sha256(String visit, Counts counts) {
        return sha256(text(visit, counts));
    }

    static String text(String visit, Counts counts) {
        TreeSet<String> lines = new TreeSet<>();
        lines.add("visit=" + visit);
        add(lines, "photos", counts.photos());
        add(lines, "fees", counts.feesCovered());
        add(lines, "metres", counts.metres());
        addAll(lines, "served.", counts.served());
        addAll(lines, "missing.", counts.missing());
        addAll(lines, "sentBack.", counts.sentBack());
        return String.join("\n", lines);
    }

    private static void addAll(TreeSet<String> lines, String prefix, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach((code, count) -> add(lines, prefix + code.name(), count));
    }

    private static void add(TreeSet<String> lines, String name, int value) {
        if (value != 0) {
            lines.add(name + "=" + value);
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
