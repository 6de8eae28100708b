package ro.caravana.planning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is no longer as it was when a plan was made. Wire type; which members are needed depends on {@code type}.
 *
 * @param type one of the constants here
 * @param visit the visit whose date was refused, or that is given up
 * @param station the station that cannot go out
 * @param siruta of the locality or UAT that cannot be reached, or that asks for a visit
 * @param from first day
 * @param to last day; the first when left out
 * @param persons expected at a new visit
 * @param kind of a new visit; {@code CAPTURE} when left out
 * @param minutes a new visit lasts; worked out from its persons when left out
 * @param required whether a new visit must be held
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fact(
        String type,
        @Nullable String visit,
        @Nullable String station,
        @Nullable Integer siruta,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Integer persons,
        @Nullable String kind,
        @Nullable Integer minutes,
        @Nullable Boolean required) {
    /** The mayor cannot have the visit, nor any other to its site, on these days. */
    public static final String DATE_REFUSED = "date-refused";
    /** A road or the sites of a locality or UAT are closed. */
    public static final String SITE_CLOSED = "site-closed";
    /** A station cannot go out. */
    public static final String STATION_BROKEN = "station-broken";
    /** Somebody asks for a visit. */
    public static final String NEW_REQUEST = "new-request";
    /** A visit is not needed any more. */
    public static final String VISIT_GIVEN_UP = "visit-given-up";
    /** What is known today of when places can be visited and stations sent out; it only takes away from the plan's hours and days. */
    public static final String AVAILABILITY = "availability";
}
