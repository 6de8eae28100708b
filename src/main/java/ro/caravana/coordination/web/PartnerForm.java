package ro.caravana.coordination.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ro.caravana.coordination.link.LinkProblem;
import ro.caravana.coordination.link.PartnerAnswer;
import ro.caravana.coordination.link.PartnerLink;
import ro.caravana.problem.PersonalCode;

/** What a partner typed; empty where nothing was. */
record PartnerForm(String answer, String alternative, String room, String contact) {
    static final PartnerForm EMPTY = new PartnerForm("", "", "", "");

    private static final int LONGEST = 200;

    /** The fields as a browser sends them; those it does not send are null. */
    record Sent(
            @Nullable String answer,
            @Nullable String alternative,
            @Nullable String room,
            @Nullable String contact) {
        PartnerForm form() {
            return new PartnerForm(text(answer), text(alternative), text(room), text(contact));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** @throws LinkProblem.BadAnswer 400 */
    PartnerLink.Reply reply() {
        PartnerAnswer known = PartnerAnswer.findByWire(answer)
                .orElseThrow(() -> new LinkProblem.BadAnswer("answer", "An answer is agree, alternative or cannot."));
        if (known != PartnerAnswer.ALTERNATIVE && !alternative.isEmpty()) {
            throw new LinkProblem.BadAnswer("choice", "Choose either this answer or another date, not both.");
        }
        return new PartnerLink.Reply(known, chosen(known), checked("room", room), checked("contact", contact));
    }

    private Optional<LocalDate> chosen(PartnerAnswer known) {
        if (known != PartnerAnswer.ALTERNATIVE) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(alternative));
        } catch (DateTimeParseException unreadable) {
            throw new LinkProblem.BadAnswer("alternative", "Choose one of the dates offered on the page.");
        }
    }

    private static String checked(String field, String text) {
        if (text.length() > LONGEST) {
            throw new LinkProblem.BadAnswer(field, "At most " + LONGEST + " characters.");
        }
        if (PersonalCode.isIn(text)) {
            throw new LinkProblem.BadAnswer(
                    field, "A number of 13 digits looks like a personal numeric code; leave persons out.");
        }
        return text;
    }

    /** What to fill the form with again. A tick cannot be taken back without scripts, so two that contradict each other both go. */
    PartnerForm again(String field) {
        return field.equals("choice") ? new PartnerForm("", "", room, contact) : this;
    }

    /** The message that says in the partner's language what is wrong. */
    String errorKey(String field) {
        return switch (field) {
            case "answer" -> "error-answer";
            case "alternative" -> "error-alternative";
            case "choice" -> "error-choice";
            default -> PersonalCode.isIn(room) || PersonalCode.isIn(contact) ? "error-personal-code" : "error-length";
        };
    }
}
