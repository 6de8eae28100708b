package ro.caravana.register.batch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Instants as offices write them: ISO 8601 with an offset, in years that a database can hold. */
final class Instants {
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private Instants() {}

    static Instant parse(String text) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException fault) {
            throw fault;
        } catch (DateTimeException outOfRange) {
            throw new DateTimeParseException("out of range", text, 0, outOfRange);
        }
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeParseException("out of range", text, 0);
        }
        return instant;
    }
}
