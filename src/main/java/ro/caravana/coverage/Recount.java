package ro.caravana.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ro.caravana.access.Viewer;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.disclosure.FigureTable;
import ro.caravana.disclosure.PublishedEstimate;
import ro.caravana.disclosure.PublishedTable;
import ro.caravana.need.NeedFigure;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** Holds a new count against the old one as the feed has moved it: a disagreement is shown, not averaged away. */
@Component
class Recount {
    private static final int COUNTY = 0;

    private final BaselineStore baselines;
    private final RegisterSums register;
    private final TerritoryRegistry registry;
    private final DisclosureGate gate;

    Recount(BaselineStore baselines, RegisterSums register, TerritoryRegistry registry, DisclosureGate gate) {
        this.baselines = baselines;
        this.register = register;
        this.registry = registry;
        this.gate = gate;
    }

    /** Real figures are never held against made-up ones. */
    RecountView view(Viewer viewer) {
        Optional<Baseline> after = baselines.findNewest();
        Optional<Baseline> before = after.flatMap(newest -> baselines.findBefore(newest.asOf(), newest.synthetic()));
        return before.map(old -> compare(viewer, old, after.orElseThrow())).orElse(RecountView.NOTHING);
    }

    private RecountView compare(Viewer viewer, Baseline before, Baseline after) {
        PublishedTable<Integer> old = publish(viewer, before);
        PublishedTable<Integer> fresh = publish(viewer, after);
        CaseFilter all = CaseFilter.of(Optional.empty());
        Map<Integer, Sums> then = FilteredSums.of(register.byPlaceAndKind(before.asOf()), all);
        Map<Integer, Sums> now = FilteredSums.of(register.byPlaceAndKind(after.asOf()), all);
        PublishedRow rows = new PublishedRow(gate, viewer);
        Territory territory = registry.current();
        List<RecountView.Row> made = new ArrayList<>();
        for (Uat uat : territory.listUats()) {
            if (isCountedAgain(uat, before, after)) {
                PublishedEstimate expected = rows.moved(
                        old.getEstimate(uat.siruta()), total(territory, uat, now), total(territory, uat, then));
                PublishedEstimate counted = fresh.getEstimate(uat.siruta());
                made.add(new RecountView.Row(uat.siruta(), expected, counted, verdict(expected, counted)));
            }
        }
        return new RecountView(before.asOf(), after.asOf(), made);
    }

    private static boolean isCountedAgain(Uat uat, Baseline before, Baseline after) {
        Baseline.Place old = before.places().get(uat.siruta());
        Baseline.Place fresh = after.places().get(uat.siruta());
        return old != null && fresh != null && old.cases() != fresh.cases();
    }

    private PublishedTable<Integer> publish(Viewer viewer, Baseline baseline) {
        FigureTable<Integer> table = new FigureTable<>();
        double county = 0;
        for (Map.Entry<Integer, Baseline.Place> place : baseline.places().entrySet()) {
            NeedFigure need = place.getValue().need();
            table.estimate(place.getKey(), need.mean(), need.low(), need.high());
            county += need.mean();
        }
        table.estimate(COUNTY, county, county, county)
                .sum(COUNTY, baseline.places().keySet());
        return gate.publish(viewer, table);
    }

    private static Sums total(Territory territory, Uat uat, Map<Integer, Sums> sums) {
        Sums total = sums.getOrDefault(uat.siruta(), Sums.NONE);
        for (Locality locality : territory.listLocalities(uat.siruta())) {
            total = total.plus(sums.getOrDefault(locality.siruta(), Sums.NONE));
        }
        return total;
    }

    private static RecountView.Verdict verdict(PublishedEstimate expected, PublishedEstimate counted) {
        if (expected.isSuppressed() || counted.isSuppressed()) {
            return RecountView.Verdict.HIDDEN;
        }
        if (counted.low().orElse(0) > expected.high().orElse(0)) {
            return RecountView.Verdict.MORE;
        }
        return counted.high().orElse(0) < expected.low().orElse(0)
                ? RecountView.Verdict.FEWER
                : RecountView.Verdict.AGREE;
    }
}
