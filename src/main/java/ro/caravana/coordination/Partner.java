package ro.caravana.coordination;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who outside the directorate must agree to a visit. */
public enum Partner {
    MAYOR,
    POLICE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Partner> findByWire(String text) {
        return Arrays.stream(values())
                .filter(partner -> partner.wire().equals(text))
                .findFirst();
    }
}
