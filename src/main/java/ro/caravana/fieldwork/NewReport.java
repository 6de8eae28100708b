package ro.caravana.fieldwork;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A report as a phone sends it.
 *
 * @param key the report's own UUID, the same with every try
 * @param told times by the phone's clock
 * @param sentAt the phone's clock at this try
 * @param signedBy account that signed, where the phone says
 * @param signedHash of the signed text, where the phone could make one
 */
public record NewReport(
        String key,
        String visit,
        Times told,
        Optional<Instant> sentAt,
        Counts counts,
        Set<ChecklistItem> checklist,
        Optional<String> signedBy,
        Optional<String> signedHash,
        Optional<String> replaces) {
    public NewReport {
        checklist = Set.copyOf(checklist);
    }

    /** Of everything but the time of sending, which every try changes. */
    String bodyHash(String sender) {
        return CountsText.sha256(String.join(
                "\n",
                sender,
                CountsText.text(visit, counts),
                told.toString(),
                new TreeSet<>(checklist).toString(),
                replaces.toString()));
    }
}
