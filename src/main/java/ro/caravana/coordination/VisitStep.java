package ro.caravana.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One line of a visit's history.
 *
 * @param version of the appointment after the step
 * @param partner whose answer it was
 * @param takenBy account name
 */
public record VisitStep(
        String appointment,
        long version,
        VisitAction action,
        Optional<Partner> partner,
        VisitState from,
        VisitState to,
        LocalDate fromDate,
        LocalDate toDate,
        Instant takenAt,
        String takenBy,
        Optional<String> reason) {}
