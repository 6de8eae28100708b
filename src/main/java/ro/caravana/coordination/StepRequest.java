package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What somebody wants to do with a visit.
 *
 * @param partner whose answer is recorded; empty for both at once
 * @param date new date, for a move only
 * @param start new start, second of the day, for a move only; empty keeps the hour
 * @param version the version the person was looking at; empty to take whatever stands
 */
public record StepRequest(
        VisitAction action,
        Optional<Partner> partner,
        Optional<String> reason,
        Optional<LocalDate> date,
        OptionalInt start,
        OptionalLong version) {
    public static StepRequest of(VisitAction action) {
        return new StepRequest(
                action,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty());
    }
}
