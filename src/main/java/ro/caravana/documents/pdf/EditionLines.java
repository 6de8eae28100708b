package ro.caravana.documents.pdf;

import java.util.Map;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.Edition;
import ro.caravana.documents.text.Texts;

/** What every page says about itself: whose it is, from which figures, made when. */
final class EditionLines {
    private EditionLines() {}

    static Map<String, Object> of(Texts texts, Edition edition) {
        return Map.of(
                "t", Templates.messages(texts),
                "language", texts.language().tag(),
                "county-council", texts.text("county-council", edition.county()),
                "directorate", texts.text("directorate", edition.county()),
                "synthetic", edition.synthetic(),
                "internal", edition.audience() == Audience.INTERNAL,
                "source-line",
                        texts.text(
                                "source-line",
                                texts.date(edition.figures().asOf()),
                                edition.figures().source()),
                "generated-line", texts.text("generated-line", texts.moment(edition.generatedAt())),
                "suppression-line", texts.suppression(edition.audience()));
    }
}
