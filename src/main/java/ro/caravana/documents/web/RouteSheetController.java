package ro.caravana.documents.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import ro.caravana.access.Viewer;
import ro.caravana.documents.calendar.RouteCalendar;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.pdf.RouteSheetPdf;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.track.RouteGpx;
import ro.caravana.planning.DayRoute;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;

/**
 * A team's day to take along. {@code plan} names the plan, otherwise the newest finished one counts; {@code lang} and {@code audience}
 * as for the action graphic.
 */
@RestController
@RequestMapping("/api/v1/stations/{station}/days/{date}")
class RouteSheetController {
    private final Plans plans;
    private final RouteSheetReading reading;
    private final Download download;

    RouteSheetController(Plans plans, RouteSheetReading reading, Download download) {
        this.plans = plans;
        this.reading = reading;
        this.download = download;
    }

    /** Which day. */
    private record Day(
            String station, LocalDate date, @Nullable String plan) {}

    /** One of the forms a route sheet takes. */
    private record Format(MediaType type, String ending, Function<Texts, Function<RouteSheet, byte[]>> writer) {}

    /** Map, timetable, contacts, checklist. */
    @GetMapping("/route.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String station,
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String plan,
            Viewer viewer,
            ServerHttpRequest request) {
        return answer(
                request,
                viewer,
                new Day(station, date, plan),
                new Format(MediaType.APPLICATION_PDF, "pdf", texts -> new RouteSheetPdf(texts)::write));
    }

    /** Stops and road for a navigation device. */
    @GetMapping("/route.gpx")
    ResponseEntity<byte[]> track(
            @PathVariable String station,
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String plan,
            Viewer viewer,
            ServerHttpRequest request) {
        return answer(
                request,
                viewer,
                new Day(station, date, plan),
                new Format(MediaTypes.GPX, "gpx", texts -> new RouteGpx(texts)::write));
    }

    /** The day's events, the same as in the year's calendar. */
    @GetMapping("/route.ics")
    ResponseEntity<byte[]> calendar(
            @PathVariable String station,
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String plan,
            Viewer viewer,
            ServerHttpRequest request) {
        return answer(
                request,
                viewer,
                new Day(station, date, plan),
                new Format(MediaTypes.CALENDAR, "ics", texts -> new RouteCalendar(texts)::write));
    }

    private ResponseEntity<byte[]> answer(ServerHttpRequest request, Viewer viewer, Day day, Format format) {
        Wish wish = Wish.of(request, viewer);
        PlanView plan = plan(day);
        DayRoute route = plans.getRoute(plan, day.station(), day.date());
        URI dayUrl = dayUrl(request, plan, day);
        AgreedPlan agreed = reading.agreed(plan.head());
        Texts texts = new Texts(wish.language(), reading.threshold());
        String name = texts.text(
                "route-file", reading.stationName(day.station()), day.date().toString());
        String full = texts.text(
                "route-file-full",
                reading.stationName(day.station()),
                day.date().toString());
        return download.answer(
                request,
                new Download.Document(
                        format.type(),
                        name + "." + format.ending(),
                        full + "." + format.ending(),
                        List.of(
                                reading.state(plan.head(), agreed, wish),
                                day.station(),
                                route.day().visits().stream()
                                        .map(visit -> visit.id() + visit.start() + visit.end())
                                        .toList(),
                                dayUrl),
                        () -> format.writer().apply(texts).apply(reading.sheet(route, agreed, dayUrl, wish))));
    }

    private PlanView plan(Day day) {
        return day.plan() == null
                ? plans.findCurrentPlan().orElseThrow(PlanJobProblem.NoCurrentPlan::new)
                : plans.getSolvedPlan(day.plan());
    }

    /** The day on the dashboard, under the address by which the caller reached us. */
    private static URI dayUrl(ServerHttpRequest request, PlanView plan, Day day) {
        return UriComponentsBuilder.fromUri(request.getURI())
                .replacePath("/")
                .replaceQuery(null)
                .queryParam("w", "teren")
                .queryParam("plan", plan.head().id())
                .queryParam("date", day.date())
                .queryParam("station", day.station())
                .encode()
                .build()
                .toUri();
    }
}
