package ro.caravana.layers.feature;

import java.time.LocalDate;

/**
 * Where something on a layer comes from.
 *
 * @param source who says so, in the users' words
 * @param date of what day it speaks
 */
public record Origin(Subject subject, String source, LocalDate date) {
    /** What the origin is of; its words are the message {@code attribution.<name>}. */
    public enum Subject {
        BOUNDARIES,
        GENERALISED_BOUNDARIES,
        FIGURES,
        SYNTHETIC_FIGURES
    }
}
