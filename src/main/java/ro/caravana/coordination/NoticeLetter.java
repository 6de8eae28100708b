package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.List;

/**
 * What is written to a partner who has no e-mail address: not a question, but news of a visit.
 *
 * @param registryNumber in the year of {@code registeredOn}
 * @param visit as it is told: in its room, in printed hours
 * @param paragraphs the words of the mail that could not leave
 * @param poster whether the visit's poster is to be hung up
 */
public record NoticeLetter(
        int registryNumber,
        LocalDate registeredOn,
        Partner partner,
        Appointment visit,
        String subject,
        List<String> paragraphs,
        boolean poster) {
    public NoticeLetter {
        paragraphs = List.copyOf(paragraphs);
    }
}
