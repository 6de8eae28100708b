package ro.caravana.fieldwork;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;

/** What the teams reported, for reading, and the planner's word where reports contradict each other. Thread-safe. All raw. */
@Service
public class FieldReports {
    private static final Logger LOG = LoggerFactory.getLogger(FieldReports.class);

    private final ReportStore store;
    private final Clock clock;

    FieldReports(ReportStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * How the visits held between two days ended, both days included, in the order of day, station and finish. A visit that two phones
     * reported counts once, by its first report, until a planner has decided; it says so.
     */
    public List<VisitOutcome> between(LocalDate from, LocalDate to) {
        return accounts(store.listOfVisitsHeld(from, to)).stream()
                .flatMap(account -> account.outcome().stream())
                .filter(outcome ->
                        !outcome.date().isBefore(from) && !outcome.date().isAfter(to))
                .sorted(Comparator.comparing(VisitOutcome::date)
                        .thenComparing(VisitOutcome::station)
                        .thenComparing(outcome -> outcome.finishedAt().orElseThrow())
                        .thenComparing(VisitOutcome::visit))
                .toList();
    }

    /** How one visit ended; empty while no complete report has come. */
    public Optional<VisitOutcome> findOutcome(String visit) {
        return findAccount(visit).flatMap(VisitAccount::outcome);
    }

    /** All that was reported of one visit. */
    public Optional<VisitAccount> findAccount(String visit) {
        return accounts(store.listOfVisit(visit)).stream().findFirst();
    }

    /** All that was reported of the visits held between two days, both included. */
    public List<VisitAccount> listAccounts(LocalDate from, LocalDate to) {
        return accounts(store.listOfVisitsHeld(from, to));
    }

    /** Visits of which several complete reports stand beside each other, those to be decided first. */
    public List<VisitAccount> listConflicts() {
        return accounts(store.listOfVisitsReportedTwice()).stream()
                .filter(account -> account.live().size() > 1)
                .sorted(Comparator.comparing((VisitAccount account) -> !account.isDisputed()))
                .toList();
    }

    /** @throws FieldProblem.UnknownReport 404 */
    public FieldReport getReport(String id) {
        return store.find(id).orElseThrow(FieldProblem.UnknownReport::new);
    }

    /**
     * A planner's word about a visit that several phones reported. It can be given anew; the newest counts.
     *
     * @param kept the report that counts; empty: the seen ones counted different persons and are added up
     * @param seen the reports the planner looked at
     * @throws FieldProblem.NoConflict 404
     * @throws FieldProblem.ConflictChanged 409 where another report has come meanwhile
     * @throws FieldProblem.BadReport 400 where the kept one is none of the visit's
     */
    public VisitAccount resolve(String visit, Optional<String> kept, Set<String> seen, Viewer planner) {
        VisitAccount account =
                findAccount(visit).filter(known -> known.live().size() > 1).orElseThrow(FieldProblem.NoConflict::new);
        Set<String> live = account.live().stream().map(FieldReport::id).collect(Collectors.toSet());
        if (!seen.equals(live)) {
            throw new FieldProblem.ConflictChanged();
        }
        if (kept.isPresent() && !live.contains(kept.get())) {
            throw new FieldProblem.BadReport("keep", "The report to keep is one of those that contradict each other.");
        }
        store.insert(new Resolution(visit, kept, seen, clock.instant(), planner.name()));
        LOG.info("reports of visit {} decided: {}", visit, kept.isPresent() ? "one kept" : "added up");
        return findAccount(visit).orElseThrow();
    }

    private List<VisitAccount> accounts(Collection<FieldReport> reports) {
        Map<String, List<FieldReport>> byVisit = reports.stream()
                .collect(Collectors.groupingBy(
                        report -> report.about().visit(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Resolution> decided = store.newestResolutions(byVisit.keySet());
        return byVisit.entrySet().stream()
                .map(entry -> new VisitAccount(entry.getValue(), Optional.ofNullable(decided.get(entry.getKey()))))
                .toList();
    }
}
