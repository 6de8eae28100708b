package ro.caravana.documents.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import ro.caravana.coordination.Announcement;
import ro.caravana.documents.text.Texts;

/**
 * A UAT's announced visits as a calendar to subscribe to (RFC 5545). An event keeps its UID; its SEQUENCE is the visit's version, so that
 * a calendar that asks again learns that the visit moved or was cancelled. Thread-safe.
 */
public final class NoticeCalendar {
    private final Texts texts;

    public NoticeCalendar(Texts texts) {
        this.texts = texts;
    }

    /** @param page of a visit */
    public byte[] write(String uat, List<Announcement> visits, Function<Announcement, URI> page) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Caravana//Caravana//RO"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new XProperty("X-WR-CALNAME", texts.text("notice-calendar", uat)));
        calendar.add(new XProperty("X-WR-TIMEZONE", Texts.ZONE.getId()));
        calendar.add(CalendarFile.zone());
        visits.forEach(visit -> calendar.add(event(visit, page.apply(visit))));
        var bytes = new ByteArrayOutputStream();
        try {
            // a UAT where nothing is announced has a calendar, too, though an empty one; the library would refuse it
            new CalendarOutputter(!visits.isEmpty()).output(calendar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private VEvent event(Announcement visit, URI page) {
        VEvent event = new VEvent(false);
        event.add(new Uid(visit.visit() + "@caravana"));
        event.add(new DtStamp(visit.changedAt()));
        event.add(new LastModified(visit.changedAt()));
        event.add(new Sequence((int) visit.version()));
        event.add(new DtStart<>(at(visit, visit.start())));
        event.add(new DtEnd<>(at(visit, visit.end())));
        event.add(new Summary(texts.text("notice-calendar", visit.locality())));
        event.add(new Location(visit.place() + ", " + visit.locality()));
        event.add(new Description(
                texts.text("HANDOVER".equals(visit.kind()) ? "notice-purpose-handover" : "notice-purpose-capture")));
        event.add(new Url(page));
        event.add(
                switch (visit.status()) {
                    case HOLDS, OVER, PASSED -> ImmutableStatus.VEVENT_CONFIRMED;
                    case MOVED, CANCELLED -> ImmutableStatus.VEVENT_CANCELLED;
                });
        return event;
    }

    private static ZonedDateTime at(Announcement visit, int secondOfDay) {
        LocalTime time = LocalTime.ofSecondOfDay(Math.min(secondOfDay, 86_399));
        return visit.date().atTime(Texts.nearestMinute(time)).atZone(Texts.ZONE);
    }
}
