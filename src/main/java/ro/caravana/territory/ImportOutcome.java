package ro.caravana.territory;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import did, or would do.
 *
 * @param accepted rows or features taken over
 * @param rejected rows or features that could not be used
 * @param ignored rows or features that concern another county
 * @param notes what the sender should know besides: guesses, repairs, findings
 * @param rejections in the file's order; a kind that keeps rejected rows itself may list only the first
 * @param rejectedRows where the rejected rows already lie; empty: the command writes {@code rejections} to a file
 */
public record ImportOutcome(
        long accepted,
        long rejected,
        long ignored,
        List<String> notes,
        List<Rejection> rejections,
        Optional<Path> rejectedRows) {
    public ImportOutcome {
        notes = List.copyOf(notes);
        rejections = List.copyOf(rejections);
    }

    public ImportOutcome(long accepted, long ignored, List<String> notes, List<Rejection> rejections) {
        this(accepted, rejections.size(), ignored, notes, rejections, Optional.empty());
    }

    /**
     * A row that could not be used.
     *
     * @param row line in the file, or number of the feature
     * @param original the whole row, so that it can be mended and sent again
     */
    public record Rejection(long row, String column, String value, String reason, Map<String, String> original) {}
}
