package ro.caravana.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is written to a partner about a visit: the question, and where it is answered.
 *
 * @param registryNumber in the year of {@code registeredOn}
 * @param expiresAt until when an answer is taken
 * @param token the secret part of the address where it is answered; empty where it cannot be answered any more
 * @param others dates the partner may choose instead
 * @param intro the opening paragraphs, in the language asked for unless a planner has written others
 */
public record Letter(
        int registryNumber,
        LocalDate registeredOn,
        Partner partner,
        Appointment visit,
        Instant expiresAt,
        Optional<String> token,
        List<OtherDate> others,
        List<String> intro) {
    public Letter {
        others = List.copyOf(others);
        intro = List.copyOf(intro);
    }

    /**
     * Another date for the visit.
     *
     * @param start second of the day, Europe/Bucharest
     */
    public record OtherDate(LocalDate date, int start) {}
}
