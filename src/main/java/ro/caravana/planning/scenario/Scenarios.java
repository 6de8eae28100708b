package ro.caravana.planning.scenario;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import ro.caravana.need.NeedMap;
import ro.caravana.need.Needs;
import ro.caravana.planning.LastVisits;
import ro.caravana.planning.PlanComparison;
import ro.caravana.planning.PlanHead;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanOrder;
import ro.caravana.planning.ScenarioOrder;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.planning.derive.PreferredDates;
import ro.caravana.planning.derive.WaitLimit;
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
    private final LastVisits lastVisits;
    private final Clock clock;

    Scenarios(
            PlanLibrary library,
            PlanDesk desk,
            Needs needs,
            TerritoryRegistry territory,
            LastVisits lastVisits,
            Clock clock) {
        this.library = library;
        this.desk = desk;
        this.needs = needs;
        this.territory = territory;
        this.lastVisits = lastVisits;
        this.clock = clock;
    }

    /** Orders a copy of a plan under other conditions; the search starts from the plan. */
    public PlanHead order(String basis, ScenarioOrder order, String account) {
        PlanLibrary.Solved solved = library.getSolved(basis);
        PlanInstance changed = preferring(order, limited(order, OtherConditions.of(order, solved.instance())));
        PlanHead base = solved.head();
        PlanOrder copy = new PlanOrder(
                order.name(),
                base.start(),
                base.end(),
                List.of(),
                order.seconds(),
                order.seed(),
                Optional.of(base.id()));
        return desk.order(
                copy,
                new PlanDesk.Changed(changed, base.figures(), order.prefer().or(base::prefer)),
                account);
    }

    private PlanInstance limited(ScenarioOrder order, PlanInstance instance) {
        if (order.maxWaitMonths().isEmpty()) {
            return instance;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), PlanDesk.HERE);
        WaitLimit.Wish wish = new WaitLimit.Wish(
                order.maxWaitMonths().getAsInt(),
                lastVisits.before(instance.horizon().start(), today));
        return new WaitLimit(wish, instance.horizon(), instance.noticeDays())
                .applyTo(WaitLimit.lifted(instance), InstanceDerivation.uats(territory.current()));
    }

    /** A scenario that does not say which kinds it prefers keeps its plan's dates, as far as they are still possible. */
    private PlanInstance preferring(ScenarioOrder order, PlanInstance instance) {
        return order.prefer()
                .map(kinds -> new PreferredDates(
                                new PreferredDates.Wish(kinds, territory.calendar()),
                                territory.current(),
                                needs.current().map(NeedMap::needsToVisit).orElse(List.of()))
                        .applyTo(instance))
                .orElseGet(() -> PreferredDates.stillPossible(instance));
    }

    /** Two plans that have solutions. */
    public PlanComparison compare(String first, String second) {
        return new Comparing(
                        territory.current(), needs.current().map(NeedMap::needs).orElse(List.of()))
                .compare(library.getSolved(first), library.getSolved(second));
    }
}
