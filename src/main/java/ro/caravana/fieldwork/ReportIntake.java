package ro.caravana.fieldwork;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.access.Viewer;
import ro.caravana.coordination.Appointment;
import ro.caravana.coordination.Appointments;

/**
 * Takes each report exactly once. A report is kept first and moves its visit on afterwards; should we fall in between, the phone's next
 * try does what is left. Thread-safe.
 */
@Service
public class ReportIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ReportIntake.class);

    private final ReportStore store;
    private final Appointments appointments;
    private final VisitSteps steps;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportIntake(
            ReportStore store,
            Appointments appointments,
            VisitSteps steps,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.steps = steps;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The same report again answers what it answered the first time.
     *
     * @throws ro.caravana.coordination.CoordinationProblem.UnknownVisit 404
     * @throws FieldProblem.KeyReused 409
     * @throws FieldProblem.SignedByAnother 409
     * @throws FieldProblem.SignatureMismatch 400
     * @throws FieldProblem.BadReport 400
     */
    public FieldReport take(NewReport request, Viewer sender) {
        FieldReport report = findTaken(request, sender).orElseGet(() -> keep(request, sender));
        if (report.step().isPresent()) {
            return report;
        }
        StepOutcome step = steps.bringTo(report, sender);
        store.updateStep(report.id(), step);
        LOG.info(
                "report of visit {} taken: {}, clock {}, step {}",
                report.about().visit(),
                report.isFinal() ? "complete" : "under way",
                report.clock(),
                step);
        return store.find(report.id()).orElseThrow();
    }

    private Optional<FieldReport> findTaken(NewReport request, Viewer sender) {
        Optional<FieldReport> taken = store.find(request.key());
        if (taken.isPresent() && !taken.get().bodyHash().equals(request.bodyHash(sender.name()))) {
            throw new FieldProblem.KeyReused();
        }
        return taken;
    }

    private FieldReport keep(NewReport request, Viewer sender) {
        check(request, sender);
        FieldReport report = report(request, sender, appointments.getVisit(request.visit()));
        try {
            transactions.executeWithoutResult(ignored -> {
                store.insert(report);
                events.publishEvent(new VisitReported(report, report.isFinal()));
            });
            return report;
        } catch (DuplicateKeyException twoTriesAtOnce) {
            return findTaken(request, sender).orElseThrow(() -> twoTriesAtOnce);
        }
    }

    private static void check(NewReport request, Viewer sender) {
        if (request.signedBy().filter(name -> !name.equals(sender.name())).isPresent()) {
            throw new FieldProblem.SignedByAnother();
        }
        String hash = CountsText.sha256(request.visit(), request.counts());
        if (request.signedHash().filter(signed -> !signed.equals(hash)).isPresent()) {
            throw new FieldProblem.SignatureMismatch();
        }
        if (!request.told().areInOrder()) {
            throw new FieldProblem.BadReport(
                    "finishedAt", "A team sets off before it arrives, and arrives before it finishes.");
        }
        if (request.told().last().isEmpty()) {
            throw new FieldProblem.BadReport(
                    "startedAt",
                    "Say at least when the team set off, arrived or finished, for example 2027-03-17T08:30:00Z.");
        }
        if (request.told().finished().isEmpty() && !request.counts().equals(Counts.NONE)) {
            throw new FieldProblem.BadReport(
                    "finishedAt", "Counts are reported when the visit is finished and signed; say when that was.");
        }
    }

    private FieldReport report(NewReport request, Viewer sender, Appointment visit) {
        Instant now = clock.instant();
        PhoneClock phone = PhoneClock.judge(request.told(), request.sentAt(), now, daysOf(visit));
        Times times = phone.correct(request.told());
        boolean believed = phone.verdict() != ClockVerdict.DOUBTFUL;
        return new FieldReport(
                request.key(),
                request.bodyHash(sender.name()),
                ReportedVisit.of(visit),
                believed ? times.last().map(PhoneClock::dayOf).orElse(visit.date()) : visit.date(),
                times,
                now,
                phone.skewSeconds(),
                phone.verdict(),
                request.counts(),
                request.checklist(),
                sender.name(),
                CountsText.sha256(request.visit(), request.counts()),
                request.replaces(),
                Optional.empty());
    }

    private Set<LocalDate> daysOf(Appointment visit) {
        Set<LocalDate> days = new HashSet<>(Set.of(visit.date()));
        appointments.listHistory(visit.id()).forEach(step -> days.add(step.fromDate()));
        return days;
    }
}
