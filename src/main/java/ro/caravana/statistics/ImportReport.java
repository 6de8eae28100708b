package ro.caravana.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What became of a statistics file. Raw counts: for planners only.
 *
 * @param id number of the import; null for a dry run
 * @param source the file's name
 * @param rows rows with figures in the file
 * @param asOf the newest day the accepted rows speak of; null where none was accepted
 * @param periods last days of all periods in the file, oldest first
 * @param total accepted cases
 * @param byCategory accepted cases by category
 * @param before cases that held before, by category
 * @param after cases that hold afterwards, by category
 * @param rejections the first rows that could not be used, at most {@value #SHOWN_REJECTIONS}
 */
public record ImportReport(
        @Nullable Long id,
        Status status,
        String source,
        boolean synthetic,
        Instant importedAt,
        String importedBy,
        long rows,
        long accepted,
        long rejected,
        @Nullable LocalDate asOf,
        List<LocalDate> periods,
        long total,
        Map<CaseCategory, Long> byCategory,
        Map<CaseCategory, Long> before,
        Map<CaseCategory, Long> after,
        List<RejectedRow> rejections) {
    public static final int SHOWN_REJECTIONS = 100;

    /** How it ended. */
    public enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        /** Not one row could be used: the figures are what they were, the rows wait to be mended. */
        @JsonProperty("rejected")
        REJECTED,
        /** Nothing was written; the report says what would be. */
        @JsonProperty("dry-run")
        DRY_RUN,
        /** The same bytes were imported before; nothing was counted again. */
        @JsonProperty("duplicate")
        DUPLICATE
    }

    /**
     * A row that could not be used.
     *
     * @param row line of a CSV file or row of a sheet
     * @param column canonical name of the column to mend
     * @param value what stands there, shortened
     * @param reason stable code
     * @param sentence how to mend it, in the caller's language
     */
    public record RejectedRow(long row, String column, String value, String reason, String sentence) {}

    /** The same report about a file that was imported before. */
    public ImportReport asDuplicate() {
        return with(Status.DUPLICATE, rejections);
    }

    /** Without the rejected rows, for a list of imports. */
    public ImportReport withoutRejections() {
        return with(status, List.of());
    }

    /** @param sentences says how to mend a row, by the reason's code */
    public ImportReport withSentences(UnaryOperator<String> sentences) {
        return with(
                status,
                rejections.stream()
                        .map(row -> new RejectedRow(
                                row.row(), row.column(), row.value(), row.reason(), sentences.apply(row.reason())))
                        .toList());
    }

    private ImportReport with(Status newStatus, List<RejectedRow> newRejections) {
        return new ImportReport(
                id,
                newStatus,
                source,
                synthetic,
                importedAt,
                importedBy,
                rows,
                accepted,
                rejected,
                asOf,
                periods,
                total,
                byCategory,
                before,
                after,
                newRejections);
    }
}
