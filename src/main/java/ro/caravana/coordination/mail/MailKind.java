package ro.caravana.coordination.mail;

import java.util.Locale;

/** What an e-mail says. */
public enum MailKind {
    QUESTION,
    /** The question again, once, after days without an answer. */
    REMINDER,
    MOVED,
    CANCELLED,
    /** Citizens are told: please hang up the poster. */
    ANNOUNCED,
    /** To the working group: this partner has not answered. */
    ESCALATED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
