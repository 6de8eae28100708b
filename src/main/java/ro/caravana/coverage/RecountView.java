package ro.caravana.coverage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedEstimate;

/**
 * What new statistics counted, held against what the ones before and the feed since led to expect.
 *
 * @param before the day the earlier statistics speak of; null while there are none
 * @param after the day the new ones speak of
 * @param rows one per UAT that has been counted again
 */
record RecountView(@Nullable LocalDate before, @Nullable LocalDate after, List<Row> rows) {
    static final RecountView NOTHING = new RecountView(null, null, List.of());

    /** Whether the two intervals meet. */
    enum Verdict {
        AGREE,
        /** More were counted than was to be expected. */
        MORE,
        FEWER,
        /** One of the two is hidden. */
        HIDDEN
    }

    /**
     * @param expected the earlier need, moved by what the offices reported until the new day, as it is known now
     * @param counted the need by the new statistics
     */
    record Row(int siruta, PublishedEstimate expected, PublishedEstimate counted, Verdict verdict) {}
}
