package ro.caravana.planning.scenario;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import ro.caravana.need.NeedMap;
import ro.caravana.need.Needs;
import ro.caravana.planning.PlanComparison;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.ScenarioOrder;
import ro.caravana.planning.jobs.PlanDesk;
import ro.caravana.planning.jobs.PlanLibrary;
import ro.caravana.territory.TerritoryRegistry;

/** Orders scenarios and compares plans. Thread-safe. */
@Service
public class Scenarios {
    private final PlanLibrary library;
    private final PlanDesk desk;
    private final Needs needs;
    private final TerritoryRegistry territory;

    Scenarios(PlanLibrary library, PlanDesk desk, Needs needs, TerritoryRegistry territory) {
        this.library = library;
        this.desk = desk;
        this.needs = needs;
        this.territory = territory;
    }

    /** Orders a copy of a plan under other conditions; the search starts from the plan. */
    public PlanHead order(String basis, ScenarioOrder order, String account) {
        PlanLibrary.Solved solved = library.getSolved(basis);
        PlanInstance changed = OtherConditions.of(order, solved.instance());
        PlanHead base = solved.head();
        PlanOrder copy = new PlanOrder(
                order.name(),
                base.start(),
                base.end(),
                List.of(),
                order.seconds(),
                order.seed(),
                Optional.of(base.id()));
        return desk.order(copy, base.figures(), changed, account);
    }

    /** Two plans that have solutions. */
    public PlanComparison compare(String first, String second) {
        return new Comparing(
                        territory.current(), needs.current().map(NeedMap::needs).orElse(List.of()))
                .compare(library.getSolved(first), library.getSolved(second));
    }
}
