package ro.caravana.reported;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Residents;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** Takes reports and decisions about them. Thread-safe, on several nodes at once. What it answers is raw. */
@Service
public class NeedReports {
    private static final Logger LOG = LoggerFactory.getLogger(NeedReports.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
    private static final int OLDEST_DAYS = 365;
    private static final int SHORTEST_REASON = 3;

    /** Where nobody knows how many live there. */
    private static final int MOST_PERSONS = 10_000;

    private final NeedReportStore store;
    private final TerritoryRegistry territories;
    private final TransactionTemplate transactions;
    private final Clock clock;

    NeedReports(NeedReportStore store, TerritoryRegistry territories, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.territories = territories;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Who reports: by a link, or with an account. */
    public record Sender(String name, Optional<ReporterLink> link) {}

    /** A decision as a planner takes it; the version is the one they were looking at. */
    public record Decision(ReportAction action, String reason, OptionalLong version) {}

    /**
     * Takes a report; the same key with the same report answers the report it made the first time.
     *
     * @param key Idempotency-Key, null where none came
     * @throws ReportedProblem what is refused; nothing is written then
     */
    public NeedReport report(Observation seen, Sender sender, @Nullable String key) {
        NeedReport report = draw(seen, sender);
        if (store.insert(report, key)) {
            LOG.info("need report {} taken for UAT {}", report.id(), report.uatSiruta());
            return report;
        }
        return Optional.ofNullable(key)
                .flatMap(store::findByKey)
                .filter(report::saysTheSameAs)
                .orElseThrow(ReportedProblem.KeyTaken::new);
    }

    private NeedReport draw(Observation seen, Sender sender) {
        Territory territory = territories.current();
        Optional<Locality> village = territory.findLocality(seen.siruta());
        int uat = village.map(Locality::uatSiruta).orElse(seen.siruta());
        if (territory.findUat(uat).isEmpty()) {
            throw new ReportedProblem.Unusable("siruta", "The county has no place with this SIRUTA code.");
        }
        if (sender.link().filter(link -> link.uatSiruta() != uat).isPresent()) {
            throw new ReportedProblem.Unusable("siruta", "By this link only places of its own UAT are reported.");
        }
        Residents residents = Residents.of(territory);
        int living = village.map(known -> residents.ofLocality(known.siruta()))
                .orElseGet(() -> territory.getUat(uat).population());
        if (seen.persons() < 1 || seen.persons() > (living > 0 ? living : MOST_PERSONS)) {
            throw new ReportedProblem.Unusable("persons", "At least one person, and no more than live there.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (seen.observedOn().isAfter(today) || seen.observedOn().isBefore(today.minusDays(OLDEST_DAYS))) {
            throw new ReportedProblem.Unusable("observedOn", "The day is today or one of the last year.");
        }
        return new NeedReport(
                UUID.randomUUID().toString(),
                seen.siruta(),
                uat,
                seen.category(),
                seen.persons(),
                seen.source(),
                seen.observedOn(),
                FreeText.checked("note", seen.note()),
                sender.link().map(ReporterLink::id),
                sender.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), // as the databases keep it
                ReportState.OPEN,
                0);
    }

    /** The newest first. */
    public List<NeedReport> listAll() {
        return store.listAll();
    }

    /** @throws ReportedProblem.UnknownReport 404 */
    public List<ReportStep> listSteps(String id) {
        get(id);
        return store.listSteps(id);
    }

    /**
     * Decides about a report. Dismissing needs a reason.
     *
     * @throws ReportedProblem what is refused; nothing is written then
     */
    public NeedReport decide(String id, Decision decision, String by) {
        NeedReport before = get(id);
        boolean seen = decision.version().orElse(before.version()) == before.version();
        if (!seen || !decision.action().fits(before.state())) {
            throw new ReportedProblem.NotNow(before);
        }
        String reason = FreeText.checked("reason", decision.reason());
        if (decision.action() == ReportAction.DISMISS && reason.length() < SHORTEST_REASON) {
            throw new ReportedProblem.Unusable("reason", "Say in a few words why the report is set aside.");
        }
        NeedReport after = before.after(decision.action().to());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportStep step = new ReportStep(after.version(), decision.action(), after.state(), reason, by, now);
        transactions.executeWithoutResult(ignored -> {
            if (!store.update(after)) {
                throw new ReportedProblem.NotNow(before);
            }
            store.insertStep(id, step);
        });
        LOG.info("need report {} is {}", id, after.state());
        return after;
    }

    /** What accepted reports say, oldest first. */
    public List<ReportedNeed> listAccepted() {
        return store.listAccepted().stream().map(ReportedNeed::of).toList();
    }

    /** Grows whenever {@link #listAccepted} may have changed; the same on every node. */
    public long revision() {
        return store.countSteps();
    }

    private NeedReport get(String id) {
        return store.find(id).orElseThrow(ReportedProblem.UnknownReport::new);
    }
}
