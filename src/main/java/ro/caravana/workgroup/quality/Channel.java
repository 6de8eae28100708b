package ro.caravana.workgroup.quality;

import java.util.Arrays;
import java.util.Optional;

/** By which way an answer came. */
public enum Channel {
    /** The page behind the square. */
    PAGE,
    PAPER,
    PHONE;

    static Optional<Channel> findByWire(String text) {
        return Arrays.stream(values())
                .filter(channel -> channel.name().equals(text))
                .findFirst();
    }
}
