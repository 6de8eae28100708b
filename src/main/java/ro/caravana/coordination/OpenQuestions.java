package ro.caravana.coordination;

import java.time.Instant;
import java.util.List;

/** What partners have been asked and have not answered, for the working group, which helps where a letter and a reminder did not. */
public interface OpenQuestions {
    /**
     * A question without an answer.
     *
     * @param askedAt when the newest letter about the visit as it stands was made
     */
    record OpenQuestion(Appointment visit, Partner partner, Instant askedAt) {}

    /** Those asked up to an instant, the longest open first. */
    List<OpenQuestion> listAskedBefore(Instant instant);
}
