package ro.caravana.fieldwork.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;

/** Reports as they leave the house. */
final class ReportWire {
    private ReportWire() {}

    /**
     * What became of a report; the same for every try.
     *
     * @param signature SHA-256 of the counts as we have them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(
            String id,
            String visit,
            boolean complete,
            Instant receivedAt,
            Clock clock,
            String visitStep,
            String standing,
            String signedBy,
            String signature) {}

    /**
     * @param verdict {@code fits}, {@code corrected} or {@code doubtful}
     * @param skewSeconds the phone's clock minus ours
     */
    record Clock(String verdict, long skewSeconds) {}

    record ReportList(List<Report> reports) {}

    /**
     * A report.
     *
     * @param standing {@code counted}, {@code disputed}, {@code set-aside}, {@code replaced} or {@code under-way}
     * @param visitStep {@code taken}, or {@code refused} where the visit's life does not lead there
     * @param expected persons, as planned when the report came
     * @param served everybody who applied
     * @param sentBack everybody who could not
     * @param details by code; for planners
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Report(
            String id,
            String visit,
            String plan,
            LocalDate date,
            String station,
            String kind,
            int siruta,
            int uatSiruta,
            String locality,
            String uat,
            @Nullable Instant startedAt,
            @Nullable Instant arrivedAt,
            @Nullable Instant finishedAt,
            Instant receivedAt,
            Clock clock,
            String standing,
            @Nullable String visitStep,
            double kilometres,
            List<String> checklist,
            String signedBy,
            @Nullable String replaces,
            PublishedCount expected,
            PublishedCount served,
            PublishedCount sentBack,
            PublishedCount photos,
            @Nullable Details details) {}

    /** What was counted, by code. */
    record Details(
            Map<String, PublishedCount> served,
            Map<String, PublishedCount> missing,
            Map<String, PublishedCount> sentBack,
            PublishedCount feesCovered) {}

    /**
     * How a visit ended.
     *
     * @param disputed two phones reported it and nobody has decided yet; the counts are those of the first report
     */
    record Outcome(String visit, LocalDate date, PublishedCount served, PublishedCount sentBack, boolean disputed) {}

    /** Which cases were expected at a visit, and which came. */
    record Cases(List<CaseRow> cases) {}

    /**
     * Persons of one case; nulls where nobody has estimated it.
     *
     * @param expectedLow at least, rounded outwards
     * @param expectedHigh at most
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseRow(
            String category,
            @Nullable Integer expectedLow,
            @Nullable Integer expectedHigh,
            PublishedCount served) {}

    record ConflictList(List<Conflict> conflicts) {}

    /**
     * Reports that say different things of one visit.
     *
     * @param open whether it waits for a decision
     * @param alike whether they count the same, so that any of them may be kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Conflict(
            String visit,
            boolean open,
            boolean alike,
            @Nullable Decision decision,
            List<Report> reports) {}

    /** @param keep the report that counts; absent where they are added up */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(@Nullable String keep, Instant at, String by) {}
}
