package ro.caravana.territory;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which days are special, to whoever is signed in; {@link ImportController} takes other ones. */
@RestController
class CalendarController {
    private static final int LETTERS = 3;

    /** Another one with other fields: a browser must not go on with an answer that it kept from before an update. */
    private static final String SHAPE = "known-";

    private final TerritoryRegistry registry;

    CalendarController(TerritoryRegistry registry) {
        this.registry = registry;
    }

    /**
     * Market days UAT by UAT, terms in their order.
     *
     * @param knownSchoolDays of which it is known whether there is school, at most one stretch per school year
     */
    record CalendarView(
            List<Market> marketDays, List<Term> schoolTerms, List<CountyCalendar.KnownDays> knownSchoolDays) {}

    /**
     * A UAT's market.
     *
     * @param weekday MON to SUN
     * @param months by their numbers; none: all year
     */
    record Market(int uatSiruta, String weekday, List<Integer> months, String source) {}

    /** Weeks of school, both days included. */
    record Term(LocalDate from, LocalDate to, String name, String source) {}

    @GetMapping("/api/v1/calendar")
    ResponseEntity<CalendarView> calendar() {
        // first: an etag that is older than its content costs a load, a newer one hides a change
        long revision = registry.revision();
        CountyCalendar calendar = registry.calendar();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
                .eTag("W/\"" + SHAPE + revision + "\"")
                .body(new CalendarView(
                        calendar.marketDays().stream()
                                .map(CalendarController::market)
                                .toList(),
                        calendar.schoolTerms().stream()
                                .map(term -> new Term(term.from(), term.to(), term.name(), term.source()))
                                .toList(),
                        calendar.knownSchoolDays()));
    }

    private static Market market(MarketDay day) {
        return new Market(
                day.uatSiruta(),
                day.weekday().name().substring(0, LETTERS),
                day.months().stream().map(Month::getValue).toList(),
                day.source());
    }
}
