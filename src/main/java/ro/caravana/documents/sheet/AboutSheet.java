package ro.caravana.documents.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dhatim.fastexcel.Worksheet;
import ro.caravana.documents.model.ActionGraphic;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.text.Texts;

/** The sheet that travels with the figures: whose they are, from when, how sure. */
final class AboutSheet {
    private final Texts texts;

    AboutSheet(Texts texts) {
        this.texts = texts;
    }

    void write(Worksheet sheet, ActionGraphic graphic, String title) {
        sheet.width(0, 28);
        sheet.width(1, 100);
        int row = 0;
        for (Map.Entry<String, String> line : lines(graphic, title).entrySet()) {
            sheet.value(row, 0, texts.text(line.getKey()));
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            sheet.value(row, 1, line.getValue());
            sheet.style(row++, 1).wrapText(true).verticalAlignment("top").set();
        }
    }

    private Map<String, String> lines(ActionGraphic graphic, String title) {
        Edition edition = graphic.edition();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("about-title", title);
        lines.put("about-directorate", texts.text("directorate", edition.county()));
        lines.put("about-plan", edition.planName());
        lines.put("about-period", texts.date(edition.start()) + " – " + texts.date(edition.end()));
        lines.put("about-generated", texts.moment(edition.generatedAt()));
        lines.put("about-as-of", texts.date(edition.figures().asOf()));
        lines.put("about-source", edition.figures().source());
        lines.put("about-kind", texts.text(edition.synthetic() ? "about-synthetic" : "about-real"));
        lines.put("about-estimate", texts.text("sources-estimate"));
        lines.put("about-suppression", texts.suppression(edition.audience()));
        lines.put("about-confirm", texts.text("sources-confirm"));
        lines.put(
                "about-audience",
                texts.text(edition.audience() == Audience.INTERNAL ? "about-internal" : "about-shared"));
        return lines;
    }
}
