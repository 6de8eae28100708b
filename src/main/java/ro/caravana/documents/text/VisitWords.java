package ro.caravana.documents.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ro.caravana.coordination.VisitState;
import ro.caravana.documents.model.Agreement;
import ro.caravana.documents.model.Audience;
import ro.caravana.documents.model.Standing;
import ro.caravana.documents.model.Stop;
import ro.caravana.documents.model.VisitKind;

/**
 * How a visit is told to an audience. On shared paper a visit at home is a visit like any other without a venue: that somebody in a
 * village is bedridden is nobody's business there.
 */
public final class VisitWords {
    private static final String NOTHING = "–";

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
        return venue.equals(NOTHING) ? action(stop.kind()) : venue + " · " + action(stop.kind());
    }

    /** Where in the locality; a dash where it is not to be told or not known. */
    public String venue(Stop stop) {
        if (stop.kind() == VisitKind.HOME) {
            return audience == Audience.INTERNAL ? texts.text("venue-home") : NOTHING;
        }
        return stop.venue().isBlank() ? NOTHING : stop.venue();
    }

    /** What a partner has said; a dash where nobody asks any more. */
    public String agreement(Agreement said) {
        return said == Agreement.NONE
                ? NOTHING
                : texts.text("agreement-" + said.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** How far a visit has come, for example "refuzată de primar". */
    public String state(Standing standing) {
        String refused = standing.decliner()
                .map(partner -> "state-declined-" + partner.wire())
                .orElse("state-declined");
        return texts.text(
                standing.state() == VisitState.DECLINED
                        ? refused
                        : "state-" + standing.state().wire());
    }

    /** That a visit is held on another day than its plan knows; mostly nothing. */
    public String elsewhere(Standing standing, LocalDate day) {
        return standing.date().equals(day) ? "" : texts.text("state-elsewhere", texts.date(standing.date()));
    }

    /** What a paper says beside a visit: nothing of a proposal. */
    public String remark(Standing standing, LocalDate day) {
        String elsewhere = elsewhere(standing, day);
        if (!elsewhere.isEmpty()) {
            return elsewhere;
        }
        return standing.state() == VisitState.PROPOSED ? "" : state(standing);
    }

    /** Why a visit found no day, one sentence per reason. */
    public String reasons(List<String> codes) {
        return codes.stream().map(texts::reason).collect(Collectors.joining(" "));
    }
}
