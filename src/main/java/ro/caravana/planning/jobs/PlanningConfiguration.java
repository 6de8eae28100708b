package ro.caravana.planning.jobs;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ro.caravana.disclosure.DisclosureGate;
import ro.caravana.planning.PlanChecker;
import ro.caravana.planning.PlanSolver;
import ro.caravana.planning.derive.Holidays;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.planning.derive.PlanningDefaults;
import ro.caravana.planning.view.PlanTeller;
import ro.caravana.territory.TerritoryRegistry;

/** Wires what is not a bean by itself, because it also works without Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SolveSettings.class)
class PlanningConfiguration {
    @Bean
    Solving solving() {
        return new PlanSolver()::solve;
    }

    @Bean
    HardRules hardRules() {
        PlanChecker checker = new PlanChecker();
        return (instance, plan) -> -checker.check(instance, plan).score().hard();
    }

    @Bean
    Summaries summaries(TerritoryRegistry territory, HardRules hardRules, DisclosureGate gate) {
        return instance -> {
            PlanTeller teller = new PlanTeller(instance, territory.current());
            return plan -> teller.summarise(plan, hardRules.countViolations(instance, plan), gate.threshold());
        };
    }

    @Bean
    InstanceDerivation instanceDerivation(@Value("${caravana.country:ro}") String country, DisclosureGate gate) {
        return new InstanceDerivation(PlanningDefaults.STANDARD.timingAtLeast(gate.threshold()), new Holidays(country));
    }
}
