package ro.caravana.workgroup;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something somebody has to do.
 *
 * @param meeting the month whose meeting looks at it next, yyyy-mm
 * @param owner an institution or a function, never a person's name
 * @param plannersOnly true for tasks that came of a complaint
 * @param carried how often it went on to the next meeting undone
 * @param version 0 as taken, one more with every step
 */
public record Decision(
        String id,
        String meeting,
        String subject,
        String owner,
        LocalDate due,
        Origin origin,
        boolean plannersOnly,
        State state,
        int carried,
        long version,
        String createdBy,
        Instant createdAt) {
    /** Where it came from. */
    public enum Origin {
        MEETING,
        COMPLAINT
    }

    /** Where it stands. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    public Decision after(State next, String nextMeeting, LocalDate nextDue, int carriedOn) {
        return new Decision(
                id,
                nextMeeting,
                subject,
                owner,
                nextDue,
                origin,
                plannersOnly,
                next,
                carried + carriedOn,
                version + 1,
                createdBy,
                createdAt);
    }
}
