package ro.caravana.coordination.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A message to a partner whose words can be written anew. */
public enum TextKind {
    /** The opening paragraph of the printed letter; it has no subject of its own. */
    LETTER("", ""),
    QUESTION("mail-question-subject", "mail-question"),
    REMINDER("mail-reminder-subject", "mail-reminder"),
    MOVED("mail-moved-subject", "mail-moved"),
    CANCELLED("mail-cancelled-subject", "mail-cancelled"),
    ANNOUNCED("mail-announced-subject", "mail-announced"),
    ROOM("mail-room-subject", "mail-room"),
    /** To the working group. */
    ESCALATED("mail-escalated-subject", "mail-escalated");

    private final String subjectKey;
    private final String bodyKey;

    TextKind(String subjectKey, String bodyKey) {
        this.subjectKey = subjectKey;
        this.bodyKey = bodyKey;
    }

    String subjectKey() {
        return subjectKey;
    }

    String bodyKey() {
        return bodyKey;
    }

    public boolean hasSubject() {
        return this != LETTER;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TextKind> findByWire(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }
}
