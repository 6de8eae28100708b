package ro.caravana.statistics.load;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** How to mend a row, in the reader's language: Romanian or English. */
public final class ReasonSentences {
    public static final Locale ROMANIAN = new Locale("ro");

    private ReasonSentences() {}

    /** @param reason code such as {@code siruta-unknown} */
    public static String of(String reason, Locale language) {
        // without the machine's own language as a fallback: the answer depends on the reader only
        return ResourceBundle.getBundle(
                        "statistics-reasons", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(reason);
    }
}
