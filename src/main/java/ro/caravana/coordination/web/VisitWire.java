package ro.caravana.coordination.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;

/** Visits as they leave the house. Times are seconds of the day, Europe/Bucharest. */
final class VisitWire {
    private VisitWire() {}

    /**
     * The visits of one plan, in the order of date, station and start.
     *
     * @param heldElsewhere visits the plan proposes in villages whose visits belong to another accepted plan
     */
    record VisitList(String plan, List<Visit> visits, List<Held> heldElsewhere) {}

    /** A proposal that is no appointment, because its village is in another plan's hands. */
    record Held(String visit, int siruta, String locality, LocalDate date) {}

    /**
     * A visit where it stands now.
     *
     * @param visit its id inside the plan
     * @param version to be sent back with an action, so that two people do not undo each other's work
     * @param allowedActions what the viewer can do with it today
     */
    record Visit(
            String id,
            String visit,
            LocalDate date,
            String station,
            String kind,
            int siruta,
            int uatSiruta,
            String locality,
            String uat,
            String siteId,
            String siteName,
            PublishedCount persons,
            int start,
            int end,
            String state,
            long version,
            List<String> allowedActions) {}

    /**
     * A visit with what became of it so far.
     *
     * @param links where the partners answer, as long as they can; for planners only
     * @param partners who was asked last, and what they said; for planners and field teams
     * @param room where it is held and whom to call there; for planners and field teams
     * @param clashes other visits of its station's day that cannot be reached in time; for planners and field teams
     * @param told what partners were told by telephone or on paper, oldest first; for planners only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            @JsonUnwrapped Visit visit,
            List<Step> history,
            @Nullable Links links,
            @Nullable List<Asked> partners,
            @Nullable Room room,
            @Nullable List<Clash> clashes,
            @Nullable List<ToldPartner> told) {}

    /**
     * Something that an account told a partner by telephone or on paper.
     *
     * @param kind {@code moved}, {@code cancelled}, {@code announced} or {@code room}
     * @param holds whether it is still so, and would have to be told if it had not been
     */
    record ToldPartner(String id, String partner, String kind, Instant at, String by, boolean holds) {}

    /**
     * Another visit of the same station and day.
     *
     * @param betweenSeconds from the earlier one's end to the later one's start; 0 where they overlap
     * @param drivingSeconds the way between the two; absent where they overlap
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Clash(
            String id,
            String locality,
            int start,
            int end,
            int betweenSeconds,
            @Nullable Integer drivingSeconds) {}

    /**
     * Where the visit is held on its date.
     *
     * @param version to be sent back with a correction
     * @param room empty: the plan's building
     * @param history everything that was ever said of it, oldest first; for planners only
     * @param untold whether mayor and police, who agreed, know of another room; for planners only
     * @param told new rooms they were told of, oldest first; for planners only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Room(
            long version,
            String room,
            String contact,
            @Nullable List<Said> history,
            @Nullable Boolean untold,
            @Nullable List<Told> told) {}

    /** A new room that an account told mayor and police of; empty: the plan's building. */
    record Told(long version, LocalDate date, String room, Instant at, String by) {}

    /** @param version of the room that is to be told */
    record RoomSeen(@Nullable Long version) {}

    /** What was said of one date; {@code by} is an account, or {@code link} for the mayor. */
    record Said(long version, LocalDate date, String room, String contact, Instant at, String by) {}

    /** A correction. */
    record NewRoom(
            @Nullable String room,
            @Nullable String contact,
            @Nullable Long version) {}

    /**
     * Every visit of the accepted plans.
     *
     * @param today the day by which {@code state} of a question is told, Europe/Bucharest
     */
    record Board(LocalDate today, List<BoardRow> visits) {}

    /**
     * A visit and how the partners' questions about it stand.
     *
     * @param mayor {@code open}, {@code expired}, or why the link is closed; absent before the first question
     * @param police the same
     * @param declinedBy {@code mayor} or {@code police}: which of them refused, while the visit is refused
     * @param roomUntold present where mayor and police know of another room than the visit's; for planners only
     * @param toTell present where a partner has to be told something by telephone or on paper; for planners only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BoardRow(
            @JsonUnwrapped Visit visit,
            @Nullable String mayor,
            @Nullable String police,
            @Nullable String declinedBy,
            @Nullable Instant askedAt,
            @Nullable Instant expiresAt,
            @Nullable Boolean roomUntold,
            @Nullable Boolean toTell) {}

    /** Addresses that are as good as the partners' signatures. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(@Nullable String mayor, @Nullable String police) {}

    /**
     * A partner and the last question to them.
     *
     * @param state {@code open}, {@code expired}, or why it is closed
     * @param answer {@code agree}, {@code alternative} or {@code cannot}: what was last said by a link, perhaps to an earlier
     *     question
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Asked(
            String partner,
            LocalDate date,
            Instant askedAt,
            Instant expiresAt,
            String state,
            @Nullable String answer,
            @Nullable LocalDate chosen,
            @Nullable String room,
            @Nullable String contact) {}

    /** One step. Who took it and why is for planners only. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            long version,
            String action,
            @Nullable String partner,
            String from,
            String to,
            LocalDate fromDate,
            LocalDate toDate,
            Instant at,
            @Nullable String by,
            @Nullable String reason) {}
}
