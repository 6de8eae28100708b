package ro.caravana.layers.ogc;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import ro.caravana.layers.LayerProblem;

/** {@code datetime}: an instant or day, or an interval {@code from/to} that may be open ({@code ..} or nothing) at one end. */
final class DatetimeParameter {
    private DatetimeParameter() {}

    /** @throws LayerProblem.BadParameter where it has another form or ends before it starts */
    static void check(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length > 2 || text.isEmpty()) {
            throw bad();
        }
        if (ends.length == 1) {
            instant(ends[0]);
            return;
        }
        Optional<OffsetDateTime> from = end(ends[0]);
        Optional<OffsetDateTime> to = end(ends[1]);
        boolean reversed = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
        if (reversed || (from.isEmpty() && to.isEmpty())) {
            throw bad();
        }
    }

    private static Optional<OffsetDateTime> end(String text) {
        return text.isEmpty() || text.equals("..") ? Optional.empty() : Optional.of(instant(text));
    }

    private static OffsetDateTime instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text);
        } catch (DateTimeException unreadable) {
            throw bad();
        }
    }

    private static LayerProblem bad() {
        return new LayerProblem.BadParameter(
                "datetime",
                "The value is a day, an instant (RFC 3339), or an interval from/to of these, open at one end as \"..\".");
    }
}
