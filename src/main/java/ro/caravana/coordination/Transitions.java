package ro.caravana.coordination;

import static ro.caravana.coordination.VisitAction.ANNOUNCE;
import static ro.caravana.coordination.VisitAction.ASK;
import static ro.caravana.coordination.VisitAction.CANCEL;
import static ro.caravana.coordination.VisitAction.CLOSE;
import static ro.caravana.coordination.VisitAction.CONFIRM;
import static ro.caravana.coordination.VisitAction.DECLINE;
import static ro.caravana.coordination.VisitAction.FINISH;
import static ro.caravana.coordination.VisitAction.HAND_OVER;
import static ro.caravana.coordination.VisitAction.MOVE;
import static ro.caravana.coordination.VisitAction.START;
import static ro.caravana.coordination.VisitState.ANNOUNCED;
import static ro.caravana.coordination.VisitState.ASKED;
import static ro.caravana.coordination.VisitState.CANCELLED;
import static ro.caravana.coordination.VisitState.CLOSED;
import static ro.caravana.coordination.VisitState.CONFIRMED;
import static ro.caravana.coordination.VisitState.CONFIRMED_BY_MAYOR;
import static ro.caravana.coordination.VisitState.CONFIRMED_BY_POLICE;
import static ro.caravana.coordination.VisitState.DECLINED;
import static ro.caravana.coordination.VisitState.DONE;
import static ro.caravana.coordination.VisitState.HANDOVER;
import static ro.caravana.coordination.VisitState.MOVED;
import static ro.caravana.coordination.VisitState.PROPOSED;
import static ro.caravana.coordination.VisitState.UNDER_WAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ro.caravana.access.Role;
import ro.caravana.coordination.Transition.Condition;

/** The one table of a visit's life. Whatever is not in it cannot happen. */
public final class Transitions {
    private static final Set<Role> PLANNERS = EnumSet.of(Role.PLANNER);
    private static final Set<Role> PLANNERS_AND_TEAM = EnumSet.of(Role.PLANNER, Role.FIELD);
    private static final Set<Audience> PARTNERS = EnumSet.of(Audience.MAYOR, Audience.POLICE);
    private static final Set<Audience> ALL = EnumSet.allOf(Audience.class);
    private static final Set<Audience> OFFICE = EnumSet.of(Audience.PLANNERS);
    private static final List<Transition> TABLE = table();

    private Transitions() {}

    private static List<Transition> table() {
        List<Transition> rows = new ArrayList<>();
        asking(rows);
        answers(rows);
        changes(rows);
        rows.add(row(CONFIRMED, ANNOUNCE, ANNOUNCED, PLANNERS, Condition.WEEK_AHEAD_AND_PUBLIC, false, ALL));
        rows.add(row(ANNOUNCED, START, UNDER_WAY, PLANNERS_AND_TEAM, Condition.DAY_HAS_COME, false, OFFICE));
        rows.add(row(
                CONFIRMED, START, UNDER_WAY, PLANNERS_AND_TEAM, Condition.DAY_HAS_COME_AND_NOT_PUBLIC, false, OFFICE));
        rows.add(row(UNDER_WAY, FINISH, DONE, PLANNERS_AND_TEAM, Condition.NONE, false, OFFICE));
        rows.add(row(DONE, HAND_OVER, HANDOVER, PLANNERS_AND_TEAM, Condition.NONE, false, PARTNERS));
        // a handover visit, or one where nobody came, leaves nothing to hand over
        rows.add(row(DONE, CLOSE, CLOSED, PLANNERS, Condition.NONE, false, OFFICE));
        rows.add(row(HANDOVER, CLOSE, CLOSED, PLANNERS, Condition.NONE, false, OFFICE));
        return List.copyOf(rows);
    }

    private static void asking(List<Transition> rows) {
        for (VisitState from : List.of(PROPOSED, MOVED)) {
            rows.add(row(from, ASK, ASKED, PLANNERS, Condition.DATE_AHEAD, false, PARTNERS));
        }
    }

    private static void answers(List<Transition> rows) {
        rows.add(answer(ASKED, Optional.of(Partner.MAYOR), CONFIRMED_BY_MAYOR));
        rows.add(answer(ASKED, Optional.of(Partner.POLICE), CONFIRMED_BY_POLICE));
        rows.add(answer(CONFIRMED_BY_POLICE, Optional.of(Partner.MAYOR), CONFIRMED));
        rows.add(answer(CONFIRMED_BY_MAYOR, Optional.of(Partner.POLICE), CONFIRMED));
        for (VisitState from : List.of(ASKED, CONFIRMED_BY_MAYOR, CONFIRMED_BY_POLICE)) {
            rows.add(answer(from, Optional.empty(), CONFIRMED));
        }
        for (VisitState from : List.of(ASKED, CONFIRMED_BY_MAYOR, CONFIRMED_BY_POLICE, CONFIRMED)) {
            rows.add(row(from, DECLINE, DECLINED, PLANNERS, Condition.NONE, false, OFFICE));
        }
    }

    private static void changes(List<Transition> rows) {
        for (VisitState from :
                List.of(PROPOSED, ASKED, CONFIRMED_BY_MAYOR, CONFIRMED_BY_POLICE, CONFIRMED, DECLINED, MOVED)) {
            rows.add(row(from, MOVE, MOVED, PLANNERS, Condition.NONE, false, PARTNERS));
            rows.add(row(from, CANCEL, CANCELLED, PLANNERS, Condition.NONE, false, PARTNERS));
        }
        // citizens have been told: never without a reason
        rows.add(row(ANNOUNCED, MOVE, MOVED, PLANNERS, Condition.NONE, true, ALL));
        rows.add(row(ANNOUNCED, CANCEL, CANCELLED, PLANNERS, Condition.NONE, true, ALL));
        rows.add(row(UNDER_WAY, CANCEL, CANCELLED, PLANNERS, Condition.NONE, true, ALL));
    }

    private static Transition answer(VisitState from, Optional<Partner> by, VisitState to) {
        return new Transition(from, CONFIRM, by, to, PLANNERS, Condition.NONE, false, OFFICE);
    }

    private static Transition row(
            VisitState from,
            VisitAction action,
            VisitState to,
            Set<Role> roles,
            Condition condition,
            boolean needsReason,
            Set<Audience> told) {
        return new Transition(from, action, Optional.empty(), to, roles, condition, needsReason, told);
    }

    public static List<Transition> listAll() {
        return TABLE;
    }

    /** What somebody with these roles can do with a visit today, in the order of {@link VisitAction}. */
    public static List<VisitAction> allowed(Appointment visit, Set<Role> who, LocalDate today) {
        return TABLE.stream()
                .filter(row -> row.isOpen(visit, who, today))
                .map(Transition::action)
                .distinct()
                .sorted()
                .toList();
    }

    /** The row for a step, if it is open. A refusal has one row whoever refused. */
    public static Optional<Transition> find(
            Appointment visit, VisitAction action, Optional<Partner> by, Set<Role> who, LocalDate today) {
        return TABLE.stream()
                .filter(row -> row.action() == action && row.isOpen(visit, who, today))
                .filter(row -> action != CONFIRM || row.by().equals(by))
                .findFirst();
    }
}
