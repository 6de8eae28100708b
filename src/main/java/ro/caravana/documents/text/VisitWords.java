package ro.caravana.documents.text;

import java.util.List;
import java.util.stream.Collectors;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.model.VisitKind;

/**
 * How a visit is told to an audience. On shared paper a visit at home is a visit like any other without a venue: that somebody in a
 * village is bedridden is nobody's business there.
 */
public final class VisitWords {
    private static final String NO_VENUE = "–";

    private final Texts texts;
    private final Audience audience;

    public VisitWords(Texts texts, Audience audience) {
        this.texts = texts;
        this.audience = audience;
    }

    /** What the team does there. */
    public String action(VisitKind kind) {
        return switch (kind) {
            case CAPTURE -> texts.text("action-capture");
            case HANDOVER -> texts.text("action-handover");
            case HOME -> texts.text(audience == Audience.INTERNAL ? "action-home" : "action-visit");
        };
    }

    /** Where and what in one line; only what, where no place is told. */
    public String venueAndAction(Stop stop) {
        String venue = venue(stop);
        return venue.equals(NO_VENUE) ? action(stop.kind()) : venue + " · " + action(stop.kind());
    }

    /** Where in the locality; a dash where it is not to be told or not known. */
    public String venue(Stop stop) {
        if (stop.kind() == VisitKind.HOME) {
            return audience == Audience.INTERNAL ? texts.text("venue-home") : NO_VENUE;
        }
        return stop.venue().isBlank() ? NO_VENUE : stop.venue();
    }

    /** Why a visit found no day, one sentence per reason. */
    public String reasons(List<String> codes) {
        return codes.stream().map(texts::reason).collect(Collectors.joining(" "));
    }
}
