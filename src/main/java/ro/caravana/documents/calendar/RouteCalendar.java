package ro.caravana.documents.calendar;

import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.text.Texts;

/** A team's day as iCalendar; its events are those of the year's calendar. Thread-safe. */
public final class RouteCalendar {
    private final Texts texts;

    public RouteCalendar(Texts texts) {
        this.texts = texts;
    }

    public byte[] write(RouteSheet sheet) {
        var file = new CalendarFile(
                sheet.edition(),
                texts.text(
                        "route-gpx-name",
                        sheet.day().stationName(),
                        texts.date(sheet.day().date())));
        new DayEvents(texts, sheet.edition()).add(file, sheet.day());
        return file.write();
    }
}
