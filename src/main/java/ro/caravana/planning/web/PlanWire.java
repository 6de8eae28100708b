package ro.caravana.planning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;

/** Plans as HTTP answers them. Times are seconds of the day; persons have passed the gate. */
final class PlanWire {
    private PlanWire() {}

    /** All plans, newest first. */
    record PlanList(List<Head> plans) {}

    /**
     * A plan in a list.
     *
     * @param scenario as long as nobody accepted it
     * @param prefer which days it was ordered to prefer; none where the list is empty; absent where that was not kept
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            String id,
            String name,
            LocalDate start,
            LocalDate end,
            String status,
            Instant createdAt,
            String createdBy,
            int seconds,
            long seed,
            double elapsedSeconds,
            @Nullable String basedOn,
            boolean scenario,
            @Nullable List<String> prefer,
            Figures figures,
            @Nullable String failure,
            List<String> allowedActions,
            @Nullable Summary summary) {}

    /** Where the figures come from. */
    record Figures(LocalDate asOf, String source, boolean synthetic) {}

    /** See {@link ro.caravana.planning.PlanSummary}. */
    record Summary(
            long value,
            long maxValue,
            PublishedCount persons,
            int visits,
            int requiredLeftOut,
            int uatsVisited,
            int uatsTotal,
            long metres,
            long drivingSeconds,
            int stationDays,
            long hardViolations,
            int unserved) {}

    /**
     * A plan with everything in it.
     *
     * @param maxWaitMonths most months a UAT may wait for its next visit; null: no limit
     */
    record Whole(
            @JsonUnwrapped Head head,
            List<Rule> score,
            List<Day> days,
            List<Unserved> unserved,
            @Nullable Integer maxWaitMonths) {}

    /** What one rule says, with its words. */
    record Rule(String rule, String level, String title, String sentence, long matches, double amount) {}

    /** A station's day out. */
    record Day(
            LocalDate date,
            String station,
            int departure,
            @JsonProperty("return") int returnTime,
            int metres,
            int drivingSeconds,
            PublishedCount persons,
            List<Visit> visits) {}

    /** A visit in its day. */
    record Visit(
            String id,
            String kind,
            int siruta,
            int uatSiruta,
            String locality,
            String uat,
            String siteId,
            String siteName,
            double lat,
            double lon,
            PublishedCount persons,
            int arrival,
            int start,
            int end,
            String state) {}

    /**
     * A visit without a place.
     *
     * @param availability what is known today of when the place can be visited, where that may be the reason
     */
    record Unserved(
            String visit,
            int siruta,
            int uatSiruta,
            String locality,
            String uat,
            String kind,
            boolean required,
            PublishedCount persons,
            List<String> reasonCodes,
            List<String> reasons,
            List<String> availability) {}

    /** Why the plan is as it is. */
    record Explanation(
            String plan, String language, List<Rule> score, List<ReasonSum> reasons, List<Unserved> unserved) {}

    /** How many visits were left out for one reason; a visit may have several. */
    record ReasonSum(String code, String sentence, long visits) {}

    /** What the event stream sends: a closed family, so that a test can see that no raw count is among it. */
    sealed interface Event permits News, Trouble {}

    /** What the event stream tells. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record News(
            String status,
            double elapsedSeconds,
            int seconds,
            @Nullable Summary summary) implements Event {}

    /** What went wrong, in the event stream; the members of RFC 9457. */
    record Trouble(String type, String title, int status, String detail) implements Event {}
}
