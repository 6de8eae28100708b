package ro.caravana.workgroup.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One person's answers.
 *
 * @param marks 1 to 5 for each question, 0 where it was left out; five
 * @param enteredBy the account that typed it in, where one did
 */
record Answer(
        String id,
        String visit,
        int uatSiruta,
        LocalDate heldOn,
        Channel channel,
        List<Integer> marks,
        Instant answeredAt,
        Optional<String> enteredBy) {
    Answer {
        marks = List.copyOf(marks);
    }
}
