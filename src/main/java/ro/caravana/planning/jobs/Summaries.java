package ro.caravana.planning.jobs;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanSummary;
import ro.caravana.planning.view.PlanTeller;
import ro.caravana.territory.TerritoryRegistry;

/** Sums up plans as they are found. */
@Component
class Summaries {
    private final TerritoryRegistry territory;
    private final HardRules hardRules;
    private final DisclosureGate gate;

    Summaries(TerritoryRegistry territory, HardRules hardRules, DisclosureGate gate) {
        this.territory = territory;
        this.hardRules = hardRules;
        this.gate = gate;
    }

    /** Sums up plans of one instance, whose ids are looked up once. */
    Function<Plan, PlanSummary> of(PlanInstance instance) {
        PlanTeller teller = new PlanTeller(instance, territory.current());
        return plan -> teller.summarise(plan, hardRules.countViolations(instance, plan), gate.threshold());
    }
}
