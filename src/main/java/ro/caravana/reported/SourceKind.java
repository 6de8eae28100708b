package ro.caravana.reported;

import java.util.Arrays;
import java.util.Optional;

/** In what function somebody reports. */
public enum SourceKind {
    ROMA_EXPERT,
    SOCIAL_WORKER,
    MAYOR,
    OTHER;

    public static Optional<SourceKind> findByWire(String text) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(text)).findFirst();
    }
}
