package ro.caravana.register.alias;

import java.time.Instant;

/**
 * An agreed reading of an office's own code.
 *
 * @param said as the office writes it, at most 100 characters
 * @param means a SIRUTA of the county, or the name of a category
 */
public record Alias(long id, String office, Field field, String said, String means, String madeBy, Instant madeAt) {
    /** Which field of an event is read differently. */
    public enum Field {
        SIRUTA("siruta"),
        CATEGORY("category");

        private final String key;

        Field(String key) {
            this.key = key;
        }

        /** Its name in an event's JSON. */
        public String key() {
            return key;
        }
    }
}
