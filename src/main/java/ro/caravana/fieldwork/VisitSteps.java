package ro.caravana.fieldwork;

import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.StepRequest;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;

/** Moves a visit on to where its report says it stands, by the steps that coordination allows; doing it again changes nothing. */
@Component
class VisitSteps {
    /** Two phones that report at once see each other's step as a change. */
    private static final int TRIES = 5;

    private final Appointments appointments;

    VisitSteps(Appointments appointments) {
        this.appointments = appointments;
    }

    /** Whatever the order in which reports come: a visit that is further on already stays there. */
    StepOutcome bringTo(FieldReport report, Viewer sender) {
        for (int attempt = 1; ; attempt++) {
            try {
                return tryTo(report, sender);
            } catch (CoordinationProblem.ChangedMeanwhile | CoordinationProblem.ActionNotAllowed another) {
                if (attempt == TRIES) {
                    return StepOutcome.REFUSED;
                }
            }
        }
    }

    private StepOutcome tryTo(FieldReport report, Viewer sender) {
        Appointment visit = appointments.getVisit(report.about().visit());
        visit = step(visit, VisitAction.START, sender);
        if (report.isFinal()) {
            visit = step(visit, VisitAction.FINISH, sender);
        }
        return isThere(visit.state(), report.isFinal()) ? StepOutcome.TAKEN : StepOutcome.REFUSED;
    }

    private Appointment step(Appointment visit, VisitAction action, Viewer sender) {
        if (!appointments.allowed(visit, sender).contains(action)) {
            return visit;
        }
        StepRequest any = StepRequest.of(action);
        StepRequest seen = new StepRequest(
                action, any.partner(), any.reason(), any.date(), any.start(), OptionalLong.of(visit.version()));
        return appointments.act(visit.id(), seen, sender);
    }

    private static boolean isThere(VisitState state, boolean complete) {
        return switch (state) {
            case DONE, HANDOVER, CLOSED -> true;
            case UNDER_WAY -> !complete;
            case PROPOSED,
                    ASKED,
                    CONFIRMED_BY_MAYOR,
                    CONFIRMED_BY_POLICE,
                    CONFIRMED,
                    DECLINED,
                    MOVED,
                    ANNOUNCED,
                    CANCELLED -> false;
        };
    }
}
