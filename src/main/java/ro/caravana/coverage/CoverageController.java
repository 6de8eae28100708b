package ro.caravana.coverage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import ro.caravana.access.Viewer;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/** {@code /api/v1/coverage}: as it stands on a day, and live. */
@RestController
class CoverageController {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final Coverage coverage;
    private final CoverageStreams streams;
    private final Clock clock;

    CoverageController(Coverage coverage, CoverageStreams streams, Clock clock) {
        this.coverage = coverage;
        this.streams = streams;
        this.clock = clock;
    }

    @GetMapping("/api/v1/coverage")
    ResponseEntity<CoverageView> coverage(
            @RequestParam(defaultValue = "uat") String level,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String at,
            Viewer viewer) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
                .body(coverage.view(viewer, level(level), category(category), day(at)));
    }

    /**
     * Events {@code snapshot} (every place) to begin with, then {@code changed} (places that look different, and the county); comments
     * while nothing happens. Their data are of the same form as {@code GET /api/v1/coverage}. With {@code Last-Event-ID} it goes on
     * where the reader stopped, if that is not too long ago.
     */
    @GetMapping(path = "/api/v1/coverage/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(
            @RequestParam(defaultValue = "uat") String level,
            @RequestParam(required = false) @Nullable String category,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            Viewer viewer) {
        return streams.open(viewer, level(level), category(category), lastEventId);
    }

    private static Level level(String wire) {
        return switch (wire) {
            case "uat" -> Level.UAT;
            case "locality" -> Level.LOCALITY;
            default -> throw new CoverageProblem.UnknownLevel();
        };
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
