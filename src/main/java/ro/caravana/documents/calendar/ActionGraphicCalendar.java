package ro.caravana.documents.calendar;

import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.text.Texts;

/** The year's visits as iCalendar. Thread-safe. */
public final class ActionGraphicCalendar {
    private final Texts texts;

    public ActionGraphicCalendar(Texts texts) {
        this.texts = texts;
    }

    public byte[] write(ActionGraphic graphic) {
        var file = new CalendarFile(
                graphic.edition(),
                texts.text("graphic-title", String.valueOf(graphic.edition().year())));
        var events = new DayEvents(texts, graphic.edition());
        graphic.days().forEach(day -> events.add(file, day));
        return file.write();
    }
}
