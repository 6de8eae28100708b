package ro.caravana.documents.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.text.Texts;

/**
 * An iCalendar file (RFC 5545) being built. An event keeps its UID from one plan to the next and a newer plan has a higher SEQUENCE, so
 * that importing the new plan moves a visit instead of doubling it. Not thread-safe.
 */
final class CalendarFile {
    /** SEQUENCE counts seconds from here: it grows with every plan and every change, and fits 32 bits until the year 2094. */
    private static final Instant SEQUENCE_START = Instant.parse("2026-01-01T00:00:00Z");

    private final Calendar calendar = new Calendar();
    private final Edition edition;

    CalendarFile(Edition edition, String name) {
        this.edition = edition;
        calendar.add(new ProdId("-//Caravana//Caravana//RO"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", Texts.ZONE.getId()));
        calendar.add(zone());
    }

    /** What every calendar shows of an event. */
    record Entry(String uid, String summary, String location, String description, Revision revision) {}

    /**
     * How an event stands.
     *
     * @param changes so far; with each of them SEQUENCE grows, also within one second
     */
    record Revision(Status status, Instant changedAt, long changes) {}

    /** Something at an hour; blocks that time. */
    VEvent addTimed(Entry entry, LocalDate date, LocalTime start, LocalTime end) {
        VEvent event = event(entry, at(date, start), at(date, end));
        event.add(ImmutableTransp.OPAQUE);
        return event;
    }

    /** Something about a day; blocks no time. */
    VEvent addAllDay(Entry entry, LocalDate date) {
        VEvent event = event(entry, date, date.plusDays(1));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try {
            new CalendarOutputter(true).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private VEvent event(Entry entry, Temporal start, Temporal end) {
        var event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(edition.generatedAt()));
        Revision revision = entry.revision();
        event.add(new LastModified(revision.changedAt()));
        event.add(new Sequence(Math.toIntExact(
                Duration.between(SEQUENCE_START, revision.changedAt()).toSeconds() + revision.changes())));
        event.add(new net.fortuna.ical4j.model.property.DtStart<>(start));
        event.add(new net.fortuna.ical4j.model.property.DtEnd<>(end));
        event.add(new Summary(entry.summary()));
        if (!entry.location().isBlank()) {
            event.add(new Location(entry.location()));
        }
        event.add(new Description(entry.description()));
        event.add(revision.status());
        calendar.add(event);
        return event;
    }

    private static ZonedDateTime at(LocalDate date, LocalTime time) {
        return date.atTime(Texts.nearestMinute(time)).atZone(Texts.ZONE);
    }

    static VTimeZone zone() {
        return TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(Texts.ZONE.getId())
                .getVTimeZone();
    }
}
