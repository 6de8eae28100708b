package ro.caravana.coverage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/** {@code /api/v1/coverage}: as it stands on a day, and live. */
@RestController
class CoverageController {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private static final Pattern AGE_BAND = Pattern.compile("\\d{1,3}(-\\d{1,3}|\\+)");
    private static final Pattern SEX = Pattern.compile("[FM]");

    private final Coverage coverage;
    private final Persons persons;
    private final Recount recount;
    private final CoverageStreams streams;
    private final DisclosureGate gate;
    private final Clock clock;

    CoverageController(
            Coverage coverage,
            Persons persons,
            Recount recount,
            CoverageStreams streams,
            DisclosureGate gate,
            Clock clock) {
        this.coverage = coverage;
        this.persons = persons;
        this.recount = recount;
        this.gate = gate;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * @param ageBand for planners: as offices send it, {@code none} for cases without one
     * @param sex for planners: {@code F}, {@code M}, {@code none} for cases without one
     * @param known {@code now}, or {@code then}: what was known when the day was over
     */
    @GetMapping("/api/v1/coverage")
    @SuppressWarnings("TooManyParameters") // each is one of the address
    ResponseEntity<CoverageView> coverage(
            @RequestParam(defaultValue = "uat") String level,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String ageBand,
            @RequestParam(required = false) @Nullable String sex,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "now") String known,
            Viewer viewer) {
        CaseFilter filter = filter(category, ageBand, sex, viewer);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
                .body(
                        isThen(known)
                                ? coverage.asKnownThen(viewer, level(level), filter, day(at))
                                : coverage.view(viewer, level(level), filter, day(at)));
    }

    private static boolean isThen(String known) {
        return switch (known) {
            case "now" -> false;
            case "then" -> true;
            default -> throw new CoverageProblem.UnknownKnowledge();
        };
    }

    /** New statistics against what the ones before and the feed led to expect, per UAT; no rows while there is nothing to compare. */
    @GetMapping("/api/v1/coverage/recount")
    RecountView recount(Viewer viewer) {
        return recount.view(viewer);
    }

    /** Cases by age band and sex: one place's, a UAT's with those of its localities, or without {@code siruta} the county's. */
    @GetMapping("/api/v1/coverage/persons")
    @PreAuthorize("hasRole('PLANNER')")
    PersonsView persons(
            @RequestParam(required = false) @Nullable Integer siruta,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "now") String known) {
        return persons.of(siruta, category(category), day(at), isThen(known));
    }

    /**
     * Events {@code snapshot} (every place) to begin with, then {@code changed} (places that look different, and the county); comments
     * while nothing happens. Their data are of the same form as {@code GET /api/v1/coverage}. With {@code Last-Event-ID} it goes on
     * where the reader stopped, if that is not too long ago. Age band and sex as there.
     */
    @GetMapping(path = "/api/v1/coverage/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(
            @RequestParam(defaultValue = "uat") String level,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String ageBand,
            @RequestParam(required = false) @Nullable String sex,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            Viewer viewer) {
        return streams.open(viewer, level(level), filter(category, ageBand, sex, viewer), lastEventId);
    }

    private static Level level(String wire) {
        return switch (wire) {
            case "uat" -> Level.UAT;
            case "locality" -> Level.LOCALITY;
            default -> throw new CoverageProblem.UnknownLevel();
        };
    }

    /** Who is small enough to be known by age and sex is for planners only, however it is rounded. */
    private CaseFilter filter(
            @Nullable String category, @Nullable String ageBand, @Nullable String sex, Viewer viewer) {
        CaseFilter filter = new CaseFilter(category(category), person(ageBand, AGE_BAND), person(sex, SEX));
        if (filter.isOfPersons() && !gate.showsEverythingTo(viewer)) {
            throw new CoverageProblem.ForPlanners();
        }
        return filter;
    }

    private static Optional<String> person(@Nullable String wire, Pattern known) {
        if (wire == null || wire.isEmpty()) {
            return Optional.empty();
        }
        if (!wire.equals("none") && !known.matcher(wire).matches()) {
            throw new CoverageProblem.UnknownPersons();
        }
        return Optional.of(wire.equals("none") ? "" : wire);
    }

    private static Optional<CaseCategory> category(@Nullable String wire) {
        if (wire == null || wire.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(CaseCategory.values())
                .filter(category -> category.name().equals(wire))
                .findFirst()
                .orElseThrow(CoverageProblem.UnknownCategory::new));
    }

    private LocalDate day(@Nullable String wire) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), BUCHAREST);
        if (wire == null || wire.isEmpty()) {
            return today;
        }
        try {
            LocalDate day = LocalDate.parse(wire);
            if (day.isAfter(today) || day.getYear() < 1900) {
                throw new CoverageProblem.BadDay();
            }
            return day;
        } catch (DateTimeException noDay) {
            throw new CoverageProblem.BadDay();
        }
    }
}
