package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Role;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.StepRequest;
import ro.caravana.coordination.VisitAction;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStep;

/** Reads a link's question and takes its one answer. Thread-safe: of two answers at once by one link, one is refused. */
@Service
public class PartnerAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerAnswers.class);
    private static final int TRIES = 5;

    /** The link has shown who answers; the answer is written down with the planners' right to do so. */
    private static final Viewer BY_LINK = new Viewer("link", Set.of(Role.PLANNER));

    private final PartnerLinkStore store;
    private final StillOffered offered;
    private final RoomBook rooms;
    private final Appointments appointments;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PartnerAnswers(
            PartnerLinkStore store,
            StillOffered offered,
            RoomBook rooms,
            Appointments appointments,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.offered = offered;
        this.rooms = rooms;
        this.appointments = appointments;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a partner is asked.
     *
     * @param visit as it is told: its room and printed hours
     * @param others dates the partner may choose instead, the best first
     */
    public record Question(PartnerLink link, Appointment visit, List<Slot> others) {}

    /**
     * @throws LinkProblem.Unknown 404
     * @throws LinkProblem.Expired 410
     * @throws LinkProblem.Closed 410
     */
    public Question read(String token) {
        PartnerLink link = Optional.of(token)
                .filter(LinkTokens::isShaped)
                .map(LinkTokens::hash)
                .flatMap(store::findByHash)
                .orElseThrow(LinkProblem.Unknown::new);
        Appointment visit = appointments.getVisit(link.appointment());
        link.closed().ifPresent(closed -> {
            throw closed(link, closed.because(), visit);
        });
        if (!link.isOpen(clock.instant())) {
            throw new LinkProblem.Expired();
        }
        return new Question(link, rooms.told(visit), offered.list(visit));
    }

    /** What became of the visit since counts more than how the question ended. */
    private LinkProblem.Closed closed(PartnerLink link, ClosedBecause because, Appointment visit) {
        if (visit.state() == VisitState.CANCELLED) {
            return new LinkProblem.Closed(link, ClosedBecause.CANCELLED, Optional.empty());
        }
        if (!visit.date().equals(link.lastKnownDate())) {
            return new LinkProblem.Closed(link, ClosedBecause.MOVED, Optional.of(visit.date()));
        }
        boolean agreed = link.reply()
                .filter(reply -> reply.answer() != PartnerAnswer.CANNOT)
                .isPresent();
        ClosedBecause now = agreed && otherRefused(link, visit) ? ClosedBecause.DECLINED : because;
        return new LinkProblem.Closed(link, now, Optional.empty());
    }

    /** Whoever has agreed may refuse by telephone after it: then it was not the other one. */
    private boolean otherRefused(PartnerLink link, Appointment visit) {
        if (visit.state() != VisitState.DECLINED) {
            return false;
        }
        return appointments.listHistory(visit.id()).stream()
                .reduce((older, newer) -> newer)
                .flatMap(VisitStep::partner)
                .filter(who -> who != link.partner())
                .isPresent();
    }

    /**
     * Takes the answer, all of it or nothing: the visit goes on with it, and the link is closed.
     *
     * @return the visit after it
     * @throws LinkProblem as for reading
     * @throws LinkProblem.BadAnswer 400
     */
    public Appointment answer(String token, PartnerLink.Reply reply) {
        for (int attempt = 1; ; attempt++) {
            Question question = read(token);
            try {
                Appointment after = transactions.execute(ignored -> write(question, reply));
                LOG.info(
                        "visit {}: {} answered {} by link",
                        question.visit().id(),
                        question.link().partner().wire(),
                        reply.answer().wire());
                return after;
            } catch (CoordinationProblem.ChangedMeanwhile
                    | CoordinationProblem.ActionNotAllowed
                    | ConcurrencyFailureException other) {
                // the other partner answered in the same moment; what the link says then is read anew
                if (attempt == TRIES) {
                    throw other;
                }
            }
        }
    }

    private Appointment write(Question question, PartnerLink.Reply reply) {
        PartnerLink link = question.link();
        Instant now = clock.instant();
        appointments.lockVisit(link.appointment()); // before the link, as everybody who closes links does
        if (!store.answer(link.id(), reply, now)) {
            throw new CoordinationProblem.ChangedMeanwhile();
        }
        if (link.partner() == Partner.MAYOR && reply.answer() != PartnerAnswer.CANNOT) {
            rooms.answered(link, reply);
        }
        return switch (reply.answer()) {
            case AGREE -> step(question.visit(), VisitAction.CONFIRM, Optional.of(link.partner()));
            case CANNOT -> step(question.visit(), VisitAction.DECLINE, Optional.of(link.partner()));
            case ALTERNATIVE -> choose(question, reply);
        };
    }

    /** The visit moves to the chosen date, everybody is asked anew, and who has chosen has agreed. */
    private Appointment choose(Question question, PartnerLink.Reply reply) {
        LocalDate chosen = reply.chosen().orElseThrow(() -> notOffered());
        Slot slot = question.others().stream()
                .filter(offered -> offered.date().equals(chosen))
                .findFirst()
                .orElseThrow(PartnerAnswers::notOffered);
        Partner who = question.link().partner();
        Appointment moved = appointments.act(
                question.visit().id(),
                new StepRequest(
                        VisitAction.MOVE,
                        Optional.of(who),
                        Optional.empty(),
                        Optional.of(slot.date()),
                        OptionalInt.of(slot.start()),
                        OptionalLong.of(question.visit().version())),
                BY_LINK);
        Appointment asked = step(moved, VisitAction.ASK, Optional.empty());
        return step(asked, VisitAction.CONFIRM, Optional.of(who));
    }

    private Appointment step(Appointment visit, VisitAction action, Optional<Partner> who) {
        return appointments.act(
                visit.id(),
                new StepRequest(
                        action,
                        who,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalLong.of(visit.version())),
                BY_LINK);
    }

    private static LinkProblem.BadAnswer notOffered() {
        return new LinkProblem.BadAnswer("alternative", "Choose one of the dates offered on the page.");
    }
}
