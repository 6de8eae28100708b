package ro.caravana.coordination.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;
import ro.caravana.coordination.CoordinationProblem;
import ro.caravana.coordination.Partner;
import ro.caravana.coordination.VisitState;
import ro.caravana.coordination.VisitStepTaken;

/**
 * Gives each question its two links and closes them when the question no longer stands; both inside the step's own transaction. A
 * question also keeps other dates free for a while. Thread-safe.
 */
@Service
public class PartnerLinks {
    static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");

    /** A date offered must leave time for the other partner's answer and the citizens' week. */
    private static final int OFFERED_DAYS_AHEAD = 10;

    private final PartnerLinkStore store;
    private final OfferedDateStore offers;
    private final OtherDates otherDates;
    private final LinkTokens tokens;
    private final Appointments appointments;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration life;
    private final Duration hold;

    PartnerLinks(
            PartnerLinkStore store,
            OfferedDateStore offers,
            OtherDates otherDates,
            LinkTokens tokens,
            Appointments appointments,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${caravana.coordination.link-days:30}") int linkDays,
            @Value("${caravana.coordination.hold-days:14}") int holdDays) {
        this.store = store;
        this.offers = offers;
        this.otherDates = otherDates;
        this.tokens = tokens;
        this.appointments = appointments;
        this.transactions = transactions;
        this.clock = clock;
        this.life = Duration.ofDays(linkDays);
        this.hold = Duration.ofDays(holdDays);
    }

    /** Runs in the step's transaction. */
    @EventListener
    void follow(VisitStepTaken taken) {
        Appointment visit = taken.visit();
        Instant now = clock.instant();
        switch (taken.step().action()) {
            case ASK -> ask(visit, now);
            case CONFIRM -> confirmed(visit, taken.step().partner(), now);
            case MOVE -> close(visit, ClosedBecause.MOVED, now);
            case CANCEL -> close(visit, ClosedBecause.CANCELLED, now);
            case DECLINE -> {
                taken.step().partner().ifPresent(who -> store.close(visit.id(), who, ClosedBecause.ANSWERED, now));
                close(visit, ClosedBecause.DECLINED, now);
            }
            case ANNOUNCE, START, FINISH, HAND_OVER, CLOSE -> close(visit, ClosedBecause.REPLACED, now);
        }
    }

    private void ask(Appointment visit, Instant now) {
        store.close(visit.id(), ClosedBecause.REPLACED, now);
        for (Partner partner : Partner.values()) {
            issue(visit, partner, now);
        }
        List<Slot> held = offers.listHeldBeside(visit.id(), visit.station(), now);
        LocalDate first = LocalDate.ofInstant(now, ZONE).plusDays(OFFERED_DAYS_AHEAD);
        offers.offer(visit.id(), otherDates.find(visit, first, held), now.plus(hold));
    }

    private PartnerLink issue(Appointment visit, Partner partner, Instant now) {
        PartnerLink link = new PartnerLink(
                UUID.randomUUID().toString(),
                visit.id(),
                partner,
                visit.version(),
                visit.date(),
                visit.start(),
                visit.end(),
                now,
                expiry(visit.date(), now),
                Optional.empty(),
                Optional.empty());
        store.insert(link, LinkTokens.hash(tokens.tokenOf(link.id())));
        return link;
    }

    /** Before the visit's day, so that the team leaves with an answer; on that day, for whoever still calls, until its end. */
    private Instant expiry(LocalDate date, Instant now) {
        Instant dayBegins = date.atStartOfDay(ZONE).toInstant();
        Instant last = now.isBefore(dayBegins)
                ? dayBegins
                : date.plusDays(1).atStartOfDay(ZONE).toInstant();
        Instant latest = now.plus(life);
        return latest.isBefore(last) ? latest : last;
    }

    private void confirmed(Appointment visit, Optional<Partner> who, Instant now) {
        who.ifPresentOrElse(
                partner -> store.close(visit.id(), partner, ClosedBecause.ANSWERED, now),
                () -> store.close(visit.id(), ClosedBecause.ANSWERED, now));
        if (visit.state() == VisitState.CONFIRMED) {
            offers.release(visit.id());
        }
    }

    private void close(Appointment visit, ClosedBecause because, Instant now) {
        store.close(visit.id(), because, now);
        offers.release(visit.id());
    }

    /**
     * A new link for one partner in place of the old one: it has expired, was lost, or its letter went astray. Where the partner answers
     * in the same moment, one of the two comes first: a link that was answered is not renewed, one that was renewed is not answered.
     *
     * @throws CoordinationProblem.UnknownVisit 404
     * @throws CoordinationProblem.NothingToAnswer 409 where the partner is not being asked anything
     * @throws CoordinationProblem.DayOver 409 where nobody can answer in time any more
     */
    public PartnerLink renew(String appointment, Partner partner) {
        return transactions.execute(ignored -> {
            Appointment visit = appointments.lockVisit(appointment);
            Instant now = clock.instant();
            if (!isAsked(visit.state(), partner)) {
                throw new CoordinationProblem.NothingToAnswer();
            }
            if (visit.date().isBefore(LocalDate.ofInstant(now, ZONE))) {
                throw new CoordinationProblem.DayOver(visit.date());
            }
            store.close(visit.id(), partner, ClosedBecause.REPLACED, now);
            return issue(visit, partner, now);
        });
    }

    private static boolean isAsked(VisitState state, Partner partner) {
        return switch (state) {
            case ASKED -> true;
            case CONFIRMED_BY_MAYOR -> partner == Partner.POLICE;
            case CONFIRMED_BY_POLICE -> partner == Partner.MAYOR;
            default -> false;
        };
    }

    /** The newest link of each partner, mayor first; none before the first question. */
    public List<PartnerLink> listCurrent(String appointment) {
        List<PartnerLink> all = store.listOfVisit(appointment);
        return List.of(Partner.values()).stream()
                .flatMap(partner ->
                        all.stream().filter(link -> link.partner() == partner).reduce((older, newer) -> newer).stream())
                .toList();
    }

    /** What each partner last said by a link, perhaps to an earlier question. */
    public Map<Partner, PartnerLink.Reply> listReplies(String appointment) {
        Map<Partner, PartnerLink.Reply> replies = new EnumMap<>(Partner.class);
        store.listOfVisit(appointment)
                .forEach(link -> link.reply().ifPresent(reply -> replies.put(link.partner(), reply)));
        return replies;
    }

    /** The newest link of each partner, mayor first, by visit; a visit nobody was asked about is missing. */
    public Map<String, List<PartnerLink>> listCurrent() {
        return store.listNewest();
    }

    /** The secret part of an open link's address; empty where it takes no answer, or the key it was made with is lost. */
    public Optional<String> findToken(PartnerLink link) {
        if (!link.isOpen(clock.instant())) {
            return Optional.empty();
        }
        String token = tokens.tokenOf(link.id());
        return store.findHash(link.id()).filter(LinkTokens.hash(token)::equals).map(kept -> token);
    }
}
