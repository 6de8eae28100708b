package ro.caravana.reported.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import ro.caravana.reported.ReporterLink;

/** What the page's form sends; nothing of it has been looked at yet. */
record ReporterForm(String key, String siruta, String category, String persons, String observedOn, String note) {
    static final ReporterForm EMPTY = new ReporterForm("", "", "", "", "", "");

    /** As the form's fields are bound; any of them may be missing. */
    record Sent(
            @Nullable String key,
            @Nullable String siruta,
            @Nullable String category,
            @Nullable String persons,
            @Nullable String observedOn,
            @Nullable String note) {
        ReporterForm form() {
            return new ReporterForm(
                    Objects.requireNonNullElse(key, ""),
                    Objects.requireNonNullElse(siruta, ""),
                    Objects.requireNonNullElse(category, ""),
                    Objects.requireNonNullElse(persons, ""),
                    Objects.requireNonNullElse(observedOn, ""),
                    Objects.requireNonNullElse(note, ""));
        }
    }

    /** The same as a script would send it; in what function somebody reports is the link's to say. */
    ReportForm as(ReporterLink link) {
        return new ReportForm(siruta, null, category, persons, link.source().name(), observedOn, note);
    }
}
