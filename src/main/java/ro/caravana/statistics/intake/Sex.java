package ro.caravana.statistics.intake;

import java.util.Locale;
import java.util.Optional;

/** Sex as the register records it. */
public enum Sex {
    MALE("M"),
    FEMALE("F"),
    UNKNOWN("");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The stored form: one letter, empty where unknown. */
    public String code() {
        return code;
    }

    /** Reads Romanian and English words and letters; expects lower case without diacritics. */
    static Optional<Sex> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "m", "b", "masculin", "male", "barbat", "barbati", "barbatesc" -> Optional.of(MALE);
            case "f", "feminin", "female", "femeie", "femei", "femeiesc" -> Optional.of(FEMALE);
            case "", "-", "total", "ambele sexe", "necunoscut", "unknown" -> Optional.of(UNKNOWN);
            default -> Optional.empty();
        };
    }
}
