package ro.caravana.coverage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.territory.Level;

/** Today's coverage of the UATs as a viewer may see it, for other rooms. Thread-safe; made once per change and kind of viewer. */
@Service
public class PublishedCoverage {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final Coverage coverage;
    private final CoverageChanges changes;
    private final DisclosureGate gate;
    private final Clock clock;
    private final Map<Boolean, Made> made = new ConcurrentHashMap<>();

    private record Made(String mark, Snapshot snapshot) {}

    PublishedCoverage(Coverage coverage, CoverageChanges changes, DisclosureGate gate, Clock clock) {
        this.coverage = coverage;
        this.changes = changes;
        this.gate = gate;
        this.clock = clock;
    }

    /** @param asOf the last day whose events are in */
    public record Snapshot(LocalDate asOf, List<Place> places) {}

    /** The UATs on a past day as they were known then, and the county, whose {@code siruta} is 0. */
    public record Past(LocalDate asOf, Place county, List<Place> places) {}

    /**
     * One UAT, all categories together; see {@link CoverageView.Row}.
     *
     * @param office the local service whose batches speak of it
     * @param covered 0 to 1; null where it cannot be said or may not be shown
     */
    public record Place(
            int siruta,
            String office,
            PublishedCount opened,
            PublishedCount resolved,
            PublishedCount withdrawn,
            PublishedCount open,
            @Nullable PublishedEstimate need,
            @Nullable Double covered,
            @Nullable Double coveredFrom,
            @Nullable Double coveredTo,
            @Nullable Instant completeTo) {}

    /** The same object as long as nothing changed. */
    public Snapshot current(Viewer viewer) {
        String mark = changes.mark();
        return made.compute(
                        gate.showsEverythingTo(viewer),
                        (everything, known) ->
                                known != null && known.mark().equals(mark) ? known : new Made(mark, snapshot(viewer)))
                .snapshot();
    }

    /** As it was known when the day was over; the need is today's. Read anew every time. */
    public Past knownThen(Viewer viewer, LocalDate day) {
        CoverageView view = coverage.asKnownThen(viewer, Level.UAT, CaseFilter.of(Optional.empty()), day);
        return new Past(
                view.asOf(),
                place(view.county()),
                view.rows().stream().map(PublishedCoverage::place).toList());
    }

    private Snapshot snapshot(Viewer viewer) {
        CoverageView view = coverage.today(
                viewer, Level.UAT, CaseFilter.of(Optional.empty()), LocalDate.ofInstant(clock.instant(), BUCHAREST));
        return new Snapshot(
                view.asOf(), view.rows().stream().map(PublishedCoverage::place).toList());
    }

    private static Place place(CoverageView.Row row) {
        return new Place(
                row.siruta(),
                row.office(),
                row.opened(),
                row.resolved(),
                row.withdrawn(),
                row.open(),
                row.need(),
                row.covered(),
                row.coveredFrom(),
                row.coveredTo(),
                row.completeTo());
    }
}
