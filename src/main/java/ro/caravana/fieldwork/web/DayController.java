package ro.caravana.fieldwork.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.NamedRoom;
import ro.caravana.coordination.Rooms;
import ro.caravana.disclosure.ShownPersons;
import ro.caravana.disclosure.VisitPersons;
import ro.caravana.fieldwork.FieldProblem;
import ro.caravana.fieldwork.FieldReports;
import ro.caravana.fieldwork.VisitAccount;

/** What a team takes along: its visits of the next days as they were agreed, wherever a plan had put them. */
@RestController
class DayController {
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 28;
    private static final int MOST_DAYS = 400;

    private final Appointments appointments;
    private final Rooms rooms;
    private final FieldReports reports;
    private final VisitPersons persons;
    private final Clock clock;

    DayController(Appointments appointments, Rooms rooms, FieldReports reports, VisitPersons persons, Clock clock) {
        this.rooms = rooms;
        this.appointments = appointments;
        this.reports = reports;
        this.persons = persons;
        this.clock = clock;
    }

    /**
     * @param from first day, a month ago where left out
     * @param to last day, four weeks ahead where left out
     */
    @GetMapping("/api/v1/field/days")
    @PreAuthorize("hasAnyRole('PLANNER', 'FIELD')")
    DayWire.DayList days(
            @RequestParam(required = false, defaultValue = "station-1") String station,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Viewer viewer) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        LocalDate first = from == null ? today.minusDays(DAYS_BACK) : from;
        LocalDate last = to == null ? today.plusDays(DAYS_AHEAD) : to;
        if (ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            throw new FieldProblem.BadReport("to", "Ask for at most " + MOST_DAYS + " days at once.");
        }
        Map<String, VisitAccount> reported = reports.listAccounts(first, last).stream()
                .collect(Collectors.toMap(VisitAccount::visit, Function.identity()));
        ShownPersons shown = persons.seenBy(viewer);
        Map<String, NamedRoom> named = rooms.listOut(station, first, last);
        Map<LocalDate, List<DayWire.Stop>> days = appointments.listOut(station, first, last).stream()
                .collect(Collectors.groupingBy(
                        Appointment::date,
                        TreeMap::new,
                        Collectors.mapping(
                                visit -> stop(visit, named.get(visit.id()), shown, reported.get(visit.id())),
                                Collectors.toList())));
        return new DayWire.DayList(
                station,
                today,
                days.entrySet().stream()
                        .map(day -> new DayWire.Day(day.getKey(), day.getValue()))
                        .toList());
    }

    private static @Nullable String said(@Nullable NamedRoom named, Function<NamedRoom, String> what) {
        return named == null || what.apply(named).isEmpty() ? null : what.apply(named);
    }

    private static DayWire.Stop stop(
            Appointment visit, @Nullable NamedRoom named, ShownPersons shown, @Nullable VisitAccount account) {
        return new DayWire.Stop(
                visit.id(),
                visit.visit(),
                visit.kind(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.siteId(),
                visit.siteName(),
                said(named, NamedRoom::room),
                said(named, NamedRoom::contact),
                shown.at(visit.siruta(), visit.persons()),
                visit.start(),
                visit.end(),
                visit.state().wire(),
                account == null ? null : standing(account));
    }

    /** Of the visit as a whole. */
    private static String standing(VisitAccount account) {
        if (account.isDisputed()) {
            return "disputed";
        }
        return account.live().isEmpty() ? "under-way" : "counted";
    }
}
