package ro.caravana.coordination;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import ro.caravana.problem.Problem;

/** Why a visit cannot be read or cannot go on. */
public abstract sealed class CoordinationProblem extends Problem {
    private CoordinationProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** No visit has this id. */
    public static final class UnknownVisit extends CoordinationProblem {
        public UnknownVisit() {
            super(
                    "visit-unknown",
                    404,
                    "No such visit",
                    "No visit has this id. The visits are listed at /api/v1/visits.");
        }
    }

    /** There is no such action at all. */
    public static final class UnknownAction extends CoordinationProblem {
        public UnknownAction() {
            super(
                    "visit-action-unknown",
                    404,
                    "There is no such action",
                    "A visit knows ask, confirm, decline, announce, start, finish, cancel, move, hand-over and close.");
        }
    }

    /** A filter that nobody can match. */
    public static final class UnknownState extends CoordinationProblem {
        public UnknownState() {
            super(
                    "visit-state-unknown",
                    400,
                    "There is no such state",
                    "The parameter \"state\" names one of: "
                            + Arrays.stream(VisitState.values())
                                    .map(VisitState::wire)
                                    .collect(Collectors.joining(", ")) + ".");
            put("parameter", "state");
        }
    }

    /** The action does not fit the state, the role or the day. */
    public static final class ActionNotAllowed extends CoordinationProblem {
        public ActionNotAllowed(Appointment visit, List<VisitAction> allowed) {
            super(
                    "visit-action-not-allowed",
                    409,
                    "This action is not possible now",
                    "The visit of " + visit.date() + " is " + visit.state().wire() + ". "
                            + (allowed.isEmpty()
                                    ? "You cannot do anything with it now."
                                    : "You can now: " + String.join(", ", wire(allowed)) + ".")
                            + " A visit is asked about before its day, announced at least " + Transition.NOTICE_DAYS
                            + " days ahead, and started when its day has come.");
            put("state", visit.state().wire());
            put("allowedActions", wire(allowed));
        }

        private static List<String> wire(List<VisitAction> actions) {
            return actions.stream().map(VisitAction::wire).toList();
        }
    }

    /** Somebody else was faster. */
    public static final class ChangedMeanwhile extends CoordinationProblem {
        public ChangedMeanwhile() {
            super(
                    "visit-changed-meanwhile",
                    409,
                    "The visit has changed meanwhile",
                    "Somebody else has changed this visit since you read it. Read it again and decide anew.");
        }
    }

    /** The village's visits belong to another plan. */
    public static final class VillageHeld extends CoordinationProblem {
        public VillageHeld() {
            super(
                    "visit-village-held",
                    409,
                    "Another plan has this village",
                    "The visits of this village belong to another accepted plan. Cancel or finish what is on its way there, then"
                            + " accept this plan again: POST /api/v1/plans/{plan}/acceptance.");
        }
    }

    /** The partner is not being asked anything now. */
    public static final class NothingToAnswer extends CoordinationProblem {
        public NothingToAnswer() {
            super(
                    "visit-partner-not-asked",
                    409,
                    "This partner is not being asked anything",
                    "A link is made while a visit waits for this partner's answer. Ask first: the action is \"ask\".");
        }
    }

    /** A question about a day that is over. */
    public static final class DayOver extends CoordinationProblem {
        public DayOver(LocalDate date) {
            super(
                    "visit-day-over",
                    409,
                    "The visit's day has passed",
                    "The visit was to be on " + date
                            + "; nobody can agree to it any more. Move it to another day and ask anew.");
        }
    }

    /** The visit's plan cannot follow. */
    public static final class DayNotPossible extends CoordinationProblem {
        /** @param obstacle stable code of what stands against the day */
        public DayNotPossible(LocalDate date, String obstacle) {
            super(
                    "visit-day-not-possible",
                    409,
                    "The visit cannot be held on this day",
                    "The plan allows no visit on " + date + " (" + obstacle
                            + "). Choose one of its dates: GET /api/v1/plans/{plan}/visits/{visit}/alternatives.");
            put("obstacle", obstacle);
        }
    }

    /** Two visits move into one day at the same moment. */
    public static final class DayBeingFilled extends CoordinationProblem {
        public DayBeingFilled(LocalDate date) {
            super(
                    "visit-day-being-filled",
                    409,
                    "Another visit is moving to this day",
                    "Somebody has just moved another visit of this station to " + date
                            + ", and the plan does not know yet whether both fit. Try again in a moment, or choose another day.");
        }
    }

    /** Nobody is told of a room now. */
    public static final class NoRoomNow extends CoordinationProblem {
        public NoRoomNow() {
            super(
                    "visit-room-not-now",
                    409,
                    "This visit's room cannot be changed now",
                    "A room is named for a visit that citizens come to, from the first question until its team has finished.");
        }
    }

    /** Everybody knows where the visit is held. */
    public static final class RoomIsTold extends CoordinationProblem {
        public RoomIsTold() {
            super(
                    "visit-room-told",
                    409,
                    "There is no new room to tell",
                    "Mayor and police know where this visit is held, or it is not agreed, or is over. A room is told anew when another"
                            + " one is named for an agreed or announced visit.");
        }
    }

    /** Somebody else was faster with the working group's list. */
    public static final class GroupListChanged extends CoordinationProblem {
        public GroupListChanged() {
            super(
                    "group-list-changed",
                    409,
                    "The group's list has changed meanwhile",
                    "Another administrator has set the working group's list since you read it. Read it again and decide anew.");
        }
    }

    /** No mail has this id. */
    public static final class UnknownMail extends CoordinationProblem {
        public UnknownMail() {
            super("mail-unknown", 404, "No such mail", "No mail has this id. The outbox is at /api/v1/mail.");
        }
    }

    /** No such notice. */
    public static final class UnknownNotice extends CoordinationProblem {
        public UnknownNotice() {
            super(
                    "partner-notice-unknown",
                    404,
                    "No such notice",
                    "Nothing with this id is to be told. The list is at /api/v1/partner-notices.");
        }
    }

    /** Told already, or nobody needs to hear it any more. */
    public static final class NothingToTell extends CoordinationProblem {
        public NothingToTell() {
            super(
                    "notice-settled",
                    409,
                    "Nothing is to be told",
                    "This partner has been told, gets mail, or need not hear it any more. The list is at /api/v1/partner-notices.");
        }
    }

    /** There is nothing to decide. */
    public static final class MailSettled extends CoordinationProblem {
        public MailSettled() {
            super(
                    "mail-settled",
                    409,
                    "Nothing is to be decided about this mail",
                    "Only a mail that failed, or of which nobody knows whether it left, is sent again or settled by hand.");
        }
    }

    /** A member of the request cannot be used. */
    public static final class BadStep extends CoordinationProblem {
        /** @param field where, as a JSON member name */
        public BadStep(String field, String detail) {
            super("visit-step-unusable", 400, "The step cannot be taken like this", detail);
            put("field", field);
        }
    }

    /** No such message is ever written. */
    public static final class UnknownText extends CoordinationProblem {
        public UnknownText() {
            super(
                    "partner-text-unknown",
                    404,
                    "There is no such text",
                    "The partner is mayor or police; the kind is letter, question, reminder, moved, cancelled, announced, room or"
                            + " escalated.");
        }
    }

    /** A text to partners that cannot be kept. */
    public static final class BadText extends CoordinationProblem {
        /** @param field where, as a JSON member name */
        public BadText(String field, String detail) {
            super("partner-text-unusable", 400, "The text cannot be used", detail);
            put("field", field);
        }
    }

    /** The plan is still in the making. */
    public static final class PlanNotFinished extends CoordinationProblem {
        public PlanNotFinished() {
            super(
                    "plan-not-finished",
                    409,
                    "The plan is still in the making",
                    "Its dates may still change. Wait until it is finished, or cancel the solving to keep the best so far.");
        }
    }
}
