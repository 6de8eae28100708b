package ro.caravana.coordination.mail;

import java.util.Locale;

/** Where an e-mail stands. */
public enum MailState {
    WAITING,
    /** Being handed to the mail server. */
    SENDING,
    SENT,
    /** The server may or may not have it: the connection or the process ended in between. A person decides; nothing is sent twice. */
    UNCERTAIN,
    /** The server will never take it. */
    FAILED,
    /** Nobody needs it any more: answered, moved or cancelled meanwhile. */
    DROPPED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
