package ro.caravana.documents.calendar;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Geo;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.DayOut;
import ro.caravana.documents.model.Edition;
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
                        uid("day-" + day.stationId() + "-" + day.date()), daySummary(day), "", dayDescription(day)),
                day.date());
        for (Stop stop : day.stops()) {
            VEvent event = file.addTimed(
                    new CalendarFile.Entry(
                            uid(stop.id()),
                            marked(texts.text("calendar-visit", stop.place())),
                            location(stop),
                            stopDescription(day, stop)),
                    day.date(),
                    stop.start(),
                    stop.end());
            if (tellsPlace(stop)) {
                event.add(new Geo(
                        rounded(stop.position().lat()), rounded(stop.position().lon())));
            }
        }
    }

    /** The same visit of the same year has the same UID in every plan. */
    private String uid(String id) {
        return id + "-" + edition.year() + "@"
                + edition.county().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".caravana";
    }

    private String daySummary(DayOut day) {
        String places = day.stops().stream().map(Stop::locality).distinct().collect(Collectors.joining(", "));
        return marked(texts.text("calendar-day", day.stationName(), places));
    }

    private String marked(String summary) {
        return edition.synthetic() ? summary + " [" + texts.text("synthetic-mark") + "]" : summary;
    }

    private String dayDescription(DayOut day) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("calendar-leaves", texts.time(day.departure())));
        day.stops().forEach(stop -> lines.add(texts.hours(stop.start(), stop.end()) + " " + stop.place()));
        lines.add(texts.text("calendar-returns", texts.time(day.comingBack())));
        lines.add(texts.text("calendar-distance", texts.distance(day.metres()), texts.duration(day.drivingSeconds())));
        lines.add(texts.text("calendar-persons", texts.persons(day.persons())));
        return ending(lines);
    }

    private String stopDescription(DayOut day, Stop stop) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("calendar-action", words.action(stop.kind())));
        lines.add(texts.text("calendar-persons", texts.persons(stop.persons())));
        lines.add(texts.text("calendar-station", day.stationName()));
        lines.add(texts.text("calendar-arrival", texts.time(stop.arrival())));
        return ending(lines);
    }

    private String ending(List<String> lines) {
        lines.add(texts.text("calendar-proposed"));
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
