package ro.caravana.workgroup.month;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.fieldwork.FieldReports;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.workgroup.Targets;

/**
 * What a year's visits have reached until today, as an open month's report would say it: for others than planners persons are rounded
 * down to multiples of the threshold, and none are told of a single UAT. Thread-safe.
 */
@Component
public class YearProgress {
    private final FieldReports reports;
    private final DisclosureGate gate;
    private final Clock clock;

    YearProgress(FieldReports reports, DisclosureGate gate, Clock clock) {
        this.reports = reports;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * How far a promise is kept.
     *
     * @param done visits or UATs; null of a measure of persons
     * @param persons null of the others
     * @param atLeast whether the persons were rounded down
     */
    public record Reached(@Nullable Integer done, @Nullable PublishedCount persons, boolean atLeast) {
        static Reached of(int done) {
            return new Reached(done, null, false);
        }
    }

    /** By measure, every measure. */
    public Map<String, Reached> of(int year, Viewer viewer) {
        List<VisitOutcome> held = listHeld(year);
        ServedFigures figures = new ServedFigures(gate, viewer, List.of(), held, false);
        Map<String, Reached> reached = new LinkedHashMap<>();
        reached.put(Targets.VISITS, Reached.of(held.size()));
        reached.put(Targets.UATS, Reached.of((int)
                held.stream().map(VisitOutcome::uatSiruta).distinct().count()));
        reached.put(Targets.PERSONS, persons(figures.servedSinceJanuary(), viewer));
        for (CaseCategory category : CaseCategory.values()) {
            reached.put(category.name(), persons(figures.servedSinceJanuary(category), viewer));
        }
        return reached;
    }

    private Reached persons(PublishedCount count, Viewer viewer) {
        return new Reached(null, count, !count.isSuppressed() && !gate.showsEverythingTo(viewer));
    }

    /**
     * What was done in one UAT.
     *
     * @param persons served there; null for all but planners: beside the months' figures they would tell what those hide
     */
    public record InUat(int visits, @Nullable PublishedCount persons) {}

    /** By SIRUTA; a UAT without a visit held is missing. */
    public Map<Integer, InUat> ofUats(int year, Viewer viewer) {
        Map<Integer, List<VisitOutcome>> byUat = UatGoals.byUat(listHeld(year));
        Map<Integer, InUat> reached = new HashMap<>();
        byUat.forEach((siruta, held) -> reached.put(
                siruta,
                new InUat(
                        held.size(),
                        gate.showsEverythingTo(viewer) ? gate.publish(viewer, UatGoals.served(held)) : null)));
        return reached;
    }

    private List<VisitOutcome> listHeld(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate today = LocalDate.ofInstant(clock.instant(), MonthBook.ZONE);
        LocalDate last = today.getYear() > year ? LocalDate.of(year, 12, 31) : today;
        return last.isBefore(first) ? List.of() : reports.between(first, last);
    }
}
