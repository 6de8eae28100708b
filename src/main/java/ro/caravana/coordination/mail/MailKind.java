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
    /** The visit is held in another room than they were told. */
    ROOM,
    /** To the working group: this partner has not answered. */
    ESCALATED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
