package ro.caravana.documents.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.Rooms;
import ro.caravana.documents.model.CountSheet;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.documents.pdf.CountSheetPdf;
import ro.caravana.documents.text.Texts;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.Plans;

/** A team's agreed visits as sheets to count on, should the phone fail; {@code lang=ro|en}. */
@RestController
class CountSheetController {
    private final Appointments appointments;
    private final Rooms rooms;
    private final Plans plans;
    private final PlanReading reading;
    private final Download download;
    private final OwnAddress own;

    CountSheetController(
            Appointments appointments,
            Rooms rooms,
            Plans plans,
            PlanReading reading,
            Download download,
            OwnAddress own) {
        this.rooms = rooms;
        this.appointments = appointments;
        this.plans = plans;
        this.reading = reading;
        this.download = download;
        this.own = own;
    }

    @GetMapping("/api/v1/stations/{station}/days/{date}/counts.pdf")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    ResponseEntity<byte[]> sheets(
            @PathVariable String station, @PathVariable LocalDate date, Viewer viewer, ServerHttpRequest request) {
        List<Appointment> visits = appointments.listOut(station, date, date);
        if (visits.isEmpty()) {
            throw new PlanJobProblem.NoSuchDay();
        }
        Map<String, NamedRoom> named = rooms.listOut(station, date, date);
        Wish wish = Wish.of(request, viewer);
        Texts texts = new Texts(wish.language(), reading.threshold());
        CountSheet day = new CountSheet(
                reading.county(),
                reading.stationName(station),
                date,
                visits.stream().anyMatch(this::isSynthetic),
                visits.stream()
                        .map(visit -> sheet(visit, place(visit, named.get(visit.id())), request))
                        .toList());
        return download.answer(
                request,
                new Download.Document(
                        MediaType.APPLICATION_PDF,
                        texts.text("count-file", day.stationName(), date.toString()) + ".pdf",
                        texts.text("count-file-full", day.stationName(), date.toString()) + ".pdf",
                        List.of(day, texts.language()),
                        () -> new CountSheetPdf(texts).write(day)));
    }

    private static String place(Appointment visit, @Nullable NamedRoom named) {
        return named == null || named.room().isEmpty() ? visit.siteName() : named.room();
    }

    private CountSheet.Visit sheet(Appointment visit, String place, ServerHttpRequest request) {
        return new CountSheet.Visit(
                visit.locality(),
                visit.uat(),
                place,
                VisitKind.valueOf(visit.kind()),
                LocalTime.ofSecondOfDay(visit.start()),
                LocalTime.ofSecondOfDay(visit.end()),
                form(visit, request));
    }

    /** The report on the dashboard; whoever opens it signs in first. */
    private URI form(Appointment visit, ServerHttpRequest request) {
        return URI.create(own.of("/", request) + "?w=teren&date=" + visit.date() + "&station=" + visit.station()
                + "&visit=" + visit.id());
    }

    private boolean isSynthetic(Appointment visit) {
        try {
            return plans.getPlan(visit.plan()).head().figures().synthetic();
        } catch (PlanJobProblem.UnknownPlan thrownAway) {
            return false;
        }
    }
}
