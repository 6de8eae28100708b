package ro.caravana.fieldwork.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ro.caravana.disclosure.PublishedCount;

/** A team's days as they leave the house. Times are seconds of the day, Europe/Bucharest. */
final class DayWire {
    private DayWire() {}

    /** @param today by the server's clock */
    record DayList(String station, LocalDate today, List<Day> days) {}

    /** @param visits in the order of their start; what was called off is left out */
    record Day(LocalDate date, List<Stop> visits) {}

    /**
     * @param id of the appointment
     * @param visit its id inside the plan
     * @param room where it is held, as the mayor or a planner said; absent: at {@code siteName}
     * @param contact whom to call there; absent where nobody was named
     * @param report {@code counted}, {@code disputed} or {@code under-way}; absent while nobody has reported
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stop(
            String id,
            String visit,
            String kind,
            int siruta,
            int uatSiruta,
            String locality,
            String uat,
            String siteId,
            String siteName,
            @Nullable String room,
            @Nullable String contact,
            PublishedCount persons,
            int start,
            int end,
            String state,
            @Nullable String report) {}
}
