package ro.caravana.coordination.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a partner can say to a date. */
public enum PartnerAnswer {
    AGREE,
    /** Another of the dates offered. */
    ALTERNATIVE,
    CANNOT;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PartnerAnswer> findByWire(String text) {
        return Arrays.stream(values())
                .filter(answer -> answer.wire().equals(text))
                .findFirst();
    }
}
