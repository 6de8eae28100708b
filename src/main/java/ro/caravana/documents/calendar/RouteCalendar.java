package ro.caravana.documents.calendar;

import java.util.ArrayList;
import java.util.List;
import ro.caravana.documents.model.RouteSheet;
import ro.caravana.documents.model.Stop;
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
        var events = new DayEvents(texts, sheet.edition());
        List<Stop> stops = new ArrayList<>(sheet.day().stops());
        stops.addAll(sheet.calledOff()); // or a calendar that knows them would keep them
        events.add(file, sheet.day().withStops(stops));
        return file.write();
    }
}
