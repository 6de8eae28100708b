package ro.caravana.coordination;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.PlannedVisit;
import ro.caravana.planning.StationDay;

/**
 * Makes appointments of a plan's visits. A village belongs to one plan: the newest accepted one takes over every village where
 * nobody has done anything yet, and leaves alone those where somebody was asked and the visit is still to come. Thread-safe.
 */
@Component
class Acceptance {
    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);
    private static final int TRIES = 3;

    private final AppointmentStore store;
    private final VillageStore villages;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Acceptance(AppointmentStore store, VillageStore villages, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.villages = villages;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Doing it again changes nothing, unless another plan has taken villages over meanwhile. */
    void accept(PlanView plan) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(ignored -> write(plan));
                return;
            } catch (DuplicateKeyException | ConcurrencyFailureException another) {
                if (attempt == TRIES) {
                    throw another;
                }
                LOG.debug("plan {} was accepted beside another", plan.head().id());
            }
        }
    }

    private void write(PlanView plan) {
        String id = plan.head().id();
        List<Appointment> proposed = proposed(plan);
        Set<Integer> ours = take(id, proposed);
        Set<String> known = store.listOfPlan(id).stream().map(Appointment::id).collect(Collectors.toSet());
        Instant now = clock.instant();
        List<Appointment> missing = proposed.stream()
                .filter(visit -> ours.contains(visit.siruta()) && !known.contains(visit.id()))
                .toList();
        missing.forEach(visit -> store.insert(visit, now));
        if (!missing.isEmpty()) {
            LOG.info("plan {} accepted: {} of {} visits proposed", id, missing.size(), proposed.size());
        }
    }

    /** Proposes a changed plan's visits anew, as far as nobody has done anything about them; in the caller's transaction. */
    void renew(PlanView plan) {
        write(plan);
        Map<String, Appointment> proposed =
                proposed(plan).stream().collect(Collectors.toMap(Appointment::id, visit -> visit));
        Instant now = clock.instant();
        for (Appointment known : store.listOfPlan(plan.head().id())) {
            Appointment wanted = proposed.get(known.id());
            if (known.version() > 0 || known.equals(wanted)) {
                continue;
            }
            store.deleteProposal(known.id());
            if (wanted != null) {
                store.insert(wanted, now);
            }
        }
    }

    /** The plan's villages that are now its own. */
    private Set<Integer> take(String plan, List<Appointment> proposed) {
        Map<Integer, String> holders = villages.lockAll();
        Set<Integer> inHand = store.villagesInHandBeside(plan);
        Set<Integer> ours = new LinkedHashSet<>();
        for (int siruta :
                proposed.stream().map(Appointment::siruta).sorted().distinct().toList()) {
            String holder = holders.get(siruta);
            if (holder == null) {
                villages.take(siruta, plan);
            } else if (!holder.equals(plan)) {
                if (inHand.contains(siruta)) {
                    continue;
                }
                store.deleteProposalsBeside(plan, siruta);
                villages.takeOver(siruta, plan);
            }
            ours.add(siruta);
        }
        return ours;
    }

    /** What a plan proposes, raw. */
    static List<Appointment> proposed(PlanView plan) {
        return plan.days().stream()
                .flatMap(day ->
                        day.visits().stream().map(visit -> proposed(plan.head().id(), day, visit)))
                .toList();
    }

    private static Appointment proposed(String plan, StationDay day, PlannedVisit visit) {
        return new Appointment(
                Appointment.id(plan, visit.id()),
                plan,
                visit.id(),
                day.station(),
                visit.kind(),
                visit.siruta(),
                visit.uatSiruta(),
                visit.locality(),
                visit.uat(),
                visit.siteId(),
                visit.siteName(),
                visit.persons(),
                day.date(),
                visit.start(),
                visit.end(),
                VisitState.PROPOSED,
                0);
    }
}
