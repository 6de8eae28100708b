package ro.caravana.planning.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.planning.Fact;

/** Changes of plans as HTTP answers them, to planners only. Times are seconds of the day. */
final class ChangeWire {
    private ChangeWire() {}

    /** A visit and where it is, whether planned or not. */
    record Place(
            String visit,
            String kind,
            int siruta,
            int uatSiruta,
            String locality,
            String uat,
            boolean required,
            String state,
            PublishedCount persons) {}

    /** When and by whom. */
    record Slot(String station, LocalDate date, int arrival, int start, int end) {}

    /** What a change changes in the score; more is better. Driving, metres and days are more than before. */
    record Delta(double value, double cost, double quality, long drivingSeconds, long metres, int stationDays) {}

    /** A visit before and after. */
    record Shift(Place visit, @Nullable Slot from, @Nullable Slot to) {}

    /** Another date for a visit, with those that make room and, where it cannot stay, the handover that moves along. */
    record Alternative(
            @JsonUnwrapped Slot slot,
            Delta delta,
            List<Shift> others,
            @Nullable Shift handover) {}

    /** How many station-days one thing closes. */
    record Obstacle(String code, String sentence, int days) {}

    /** The ten best other dates of a visit. */
    record Alternatives(
            String plan,
            long revision,
            Place visit,
            @Nullable Slot now,
            List<Alternative> alternatives,
            int possibleDays,
            int freeDays,
            List<Obstacle> obstacles) {}

    /** One thing that shaped a visit. */
    record Shape(String code, String sentence) {}

    /** Why a visit is when it is, or why it is not in the plan. */
    record Explanation(
            String plan,
            String language,
            Place visit,
            @Nullable Slot now,
            List<Shape> shapedBy,
            List<Obstacle> obstacles,
            int possibleDays,
            int freeDays,
            List<Alternative> nextBest,
            List<String> reasonCodes,
            List<String> reasons) {}

    /** Who must be told of one visit. */
    record Told(Place visit, List<String> listeners) {}

    /** A visit somebody asked for that found no day, and why. */
    record LeftOut(Place visit, List<String> reasonCodes, List<String> reasons) {}

    /** What a change does. */
    record Diff(
            List<Shift> moved,
            List<Shift> added,
            List<Shift> dropped,
            List<LeftOut> leftOut,
            int retimed,
            Delta delta,
            List<Told> told) {}

    /** A change of a plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String plan,
            int number,
            String kind,
            String state,
            Instant madeAt,
            String madeBy,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            List<Fact> facts,
            @Nullable String reason,
            boolean undoable,
            Diff diff) {}

    /** A plan's changes, newest first. */
    record Changes(List<Change> changes) {}
}
