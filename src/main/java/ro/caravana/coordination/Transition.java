package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import ro.caravana.access.Role;

/**
 * One row of the table of transitions.
 *
 * @param by the partner whose answer it is; empty where the step is nobody's answer, or both partners' at once
 * @param roles who may
 * @param condition what must hold on the day of the step
 * @param needsReason the step must say why
 * @param told who hears of it
 */
public record Transition(
        VisitState from,
        VisitAction action,
        Optional<Partner> by,
        VisitState to,
        Set<Role> roles,
        Condition condition,
        boolean needsReason,
        Set<Audience> told) {
    /** Days between telling citizens and the visit (DOMAIN: "about a week before"). */
    public static final int NOTICE_DAYS = 7;

    /** What must hold besides the state. Days are local dates in Europe/Bucharest. */
    public enum Condition {
        NONE {
            @Override
            boolean holds(Appointment visit, LocalDate today) {
                return true;
            }
        },
        /** Nobody is asked about, or moved to, a day that has come. */
        DATE_AHEAD {
            @Override
            boolean holds(Appointment visit, LocalDate today) {
                return visit.date().isAfter(today);
            }
        },
        /** Citizens get a week; a bedside visit is nobody else's business and never announced. */
        WEEK_AHEAD_AND_PUBLIC {
            @Override
            boolean holds(Appointment visit, LocalDate today) {
                return visit.isPublic() && !today.plusDays(NOTICE_DAYS).isAfter(visit.date());
            }
        },
        DAY_HAS_COME {
            @Override
            boolean holds(Appointment visit, LocalDate today) {
                return !today.isBefore(visit.date());
            }
        },
        /** Only a bedside visit starts without an announcement. */
        DAY_HAS_COME_AND_NOT_PUBLIC {
            @Override
            boolean holds(Appointment visit, LocalDate today) {
                return !visit.isPublic() && !today.isBefore(visit.date());
            }
        };

        abstract boolean holds(Appointment visit, LocalDate today);
    }

    public Transition {
        roles = Set.copyOf(roles);
        told = Set.copyOf(told);
    }

    /** Whether somebody with these roles may take the step today. */
    public boolean isOpen(Appointment visit, Set<Role> who, LocalDate today) {
        return visit.state() == from && roles.stream().anyMatch(who::contains) && condition.holds(visit, today);
    }
}
