package ro.caravana.documents.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.model.VisitKind;
import ro.caravana.documents.text.Texts;
import ro.caravana.documents.text.VisitWords;

/** Writes a station's day into a calendar: one event for the day, one for each visit. */
final class DayEvents {
    private final Texts texts;
    private final Edition edition;
    private final VisitWords words;

    DayEvents(Texts texts, Edition edition) {
        this.texts = texts;
        this.edition = edition;
        this.words = new VisitWords(texts, edition.audience());
    }

    void add(CalendarFile file, DayOut day) {
        file.addAllDay(
                new CalendarFile.Entry(
                        uid("day-" + day.stationId() + "-" + day.date()),
                        daySummary(day),
                        "",
                        dayDescription(day),
                        revision(day)),
                day.date());
        day.stops().forEach(stop -> addVisit(file, day, stop));
    }

    private void addVisit(CalendarFile file, DayOut day, Stop stop) {
        VEvent event = file.addTimed(
                new CalendarFile.Entry(
                        uid(stop.id()),
                        marked(texts.text("calendar-visit", stop.place())),
                        location(stop),
                        stopDescription(day, stop),
                        revision(stop.standing())),
                stop.standing().date(),
                stop.start(),
                stop.end());
        if (tellsPlace(stop)) {
            event.add(new Geo(
                    rounded(stop.position().lat()), rounded(stop.position().lon())));
        }
    }

    private CalendarFile.Revision revision(Standing standing) {
        Status status = standing.isOff()
                ? ImmutableStatus.VEVENT_CANCELLED
                : standing.isAgreed() ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_TENTATIVE;
        return revision(status, standing.changedAt().orElse(edition.changedAt()), standing.changes());
    }

    /** A day stands as its visits do: certain when all of them are, off when all of them are. */
    private CalendarFile.Revision revision(DayOut day) {
        List<Stop> held = day.held();
        Status status = held.isEmpty()
                ? ImmutableStatus.VEVENT_CANCELLED
                : held.stream().allMatch(stop -> stop.standing().isAgreed())
                        ? ImmutableStatus.VEVENT_CONFIRMED
                        : ImmutableStatus.VEVENT_TENTATIVE;
        Instant changedAt = day.stops().stream()
                .flatMap(stop -> stop.standing().changedAt().stream())
                .max(Comparator.naturalOrder())
                .orElse(edition.changedAt());
        long changes = day.stops().stream()
                .mapToLong(stop -> stop.standing().changes())
                .sum();
        return revision(status, changedAt, changes);
    }

    private CalendarFile.Revision revision(Status status, Instant changedAt, long changes) {
        Instant later = changedAt.isAfter(edition.changedAt()) ? changedAt : edition.changedAt();
        return new CalendarFile.Revision(status, later, changes + edition.changes());
    }

    /** The same visit of the same year has the same UID in every plan. */
    private String uid(String id) {
        return id + "-" + edition.year() + "@"
                + edition.county().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".caravana";
    }

    private String daySummary(DayOut day) {
        List<Stop> named = day.held().isEmpty() ? day.stops() : day.held();
        String places = named.stream().map(Stop::locality).distinct().collect(Collectors.joining(", "));
        return marked(texts.text("calendar-day", day.stationName(), places));
    }

    private String marked(String summary) {
        return edition.synthetic() ? summary + " [" + texts.text("synthetic-mark") + "]" : summary;
    }

    private String dayDescription(DayOut day) {
        List<String> lines = new ArrayList<>();
        if (day.held().isEmpty()) {
            return ending(lines, texts.text("calendar-day-off"));
        }
        lines.add(texts.text("calendar-leaves", texts.time(day.departure())));
        day.held().forEach(stop -> lines.add(texts.hours(stop.start(), stop.end()) + " " + stop.place()));
        lines.add(texts.text("calendar-returns", texts.time(day.comingBack())));
        lines.add(texts.text("calendar-distance", texts.distance(day.metres()), texts.duration(day.drivingSeconds())));
        lines.add(texts.text("calendar-persons", texts.persons(day.persons())));
        boolean agreed = day.held().stream().allMatch(stop -> stop.standing().isAgreed());
        return ending(lines, texts.text(agreed ? "calendar-day-agreed" : "calendar-proposed"));
    }

    private String stopDescription(DayOut day, Stop stop) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("calendar-action", words.action(stop.kind())));
        lines.add(texts.text("calendar-persons", texts.persons(stop.persons())));
        lines.add(texts.text("calendar-station", day.stationName()));
        if (!stop.isOff()) {
            lines.add(texts.text("calendar-arrival", texts.time(stop.arrival())));
        }
        return ending(lines, texts.text("calendar-state", words.state(stop.standing())));
    }

    private String ending(List<String> lines, String state) {
        lines.add(state);
        lines.add(texts.text(
                "source-line",
                texts.date(edition.figures().asOf()),
                edition.figures().source()));
        return String.join("\n", lines);
    }

    private String location(Stop stop) {
        if (!tellsPlace(stop) || stop.venue().isBlank()) {
            return stop.place();
        }
        return stop.venue() + ", " + stop.place();
    }

    /** A sick person's village is as near as anybody but the team comes. */
    private boolean tellsPlace(Stop stop) {
        return stop.kind() != VisitKind.HOME || edition.audience() == Audience.INTERNAL;
    }

    private static BigDecimal rounded(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(5, RoundingMode.HALF_UP);
    }
}
