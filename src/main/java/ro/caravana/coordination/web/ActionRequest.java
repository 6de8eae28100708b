package ro.caravana.coordination.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.StepRequest;
import ro.caravana.coordination.VisitAction;
import ro.caravana.problem.PersonalCode;

/**
 * The body of an action; every member may be left out.
 *
 * @param partner {@code mayor} or {@code police}: whose answer is recorded; left out with {@code confirm}: both agreed
 * @param reason for the history, at most 500 characters, never about a person
 * @param date new date, with {@code move}
 * @param start new start, second of the day, with {@code move}
 * @param version the version the sender was looking at
 */
record ActionRequest(
        @Nullable String partner,
        @Nullable String reason,
        @Nullable LocalDate date,
        @Nullable Integer start,
        @Nullable Long version) {
    static final ActionRequest NOTHING = new ActionRequest(null, null, null, null, null);

    private static final int LONGEST_REASON = 500;
    private static final int LAST_YEAR = 2999; // beyond, no database here keeps a day

    StepRequest step(VisitAction action) {
        return new StepRequest(
                action,
                parsePartner(),
                parseReason(),
                parseDate(),
                start == null ? OptionalInt.empty() : OptionalInt.of(start),
                version == null ? OptionalLong.empty() : OptionalLong.of(version));
    }

    private Optional<Partner> parsePartner() {
        if (partner == null) {
            return Optional.empty();
        }
        return Optional.of(Partner.findByWire(partner)
                .orElseThrow(() -> new CoordinationProblem.BadStep("partner", "A partner is mayor or police.")));
    }

    private Optional<LocalDate> parseDate() {
        if (date != null && date.getYear() > LAST_YEAR) {
            throw new CoordinationProblem.BadStep("date", "The new date lies before the year 3000.");
        }
        return Optional.ofNullable(date);
    }

    private Optional<String> parseReason() {
        String text = reason == null ? "" : reason.strip();
        if (text.length() > LONGEST_REASON) {
            throw new CoordinationProblem.BadStep("reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        if (PersonalCode.isIn(text)) {
            throw new CoordinationProblem.BadStep(
                    "reason",
                    "A number of 13 digits looks like a personal numeric code; leave persons out of the reason.");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
