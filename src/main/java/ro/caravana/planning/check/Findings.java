package ro.caravana.planning.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.CheckReport;
import ro.caravana.planning.CheckReport.RuleResult;
import ro.caravana.planning.CheckReport.Violation;
import ro.caravana.planning.PlanRule;

/** Gathers violations and amounts, rule by rule. */
final class Findings {
    private final Map<PlanRule, List<Violation>> violations = new EnumMap<>(PlanRule.class);
    private final Map<PlanRule, Integer> matches = new EnumMap<>(PlanRule.class);
    private final Map<PlanRule, Double> amounts = new EnumMap<>(PlanRule.class);

    /** A hard rule is broken. */
    void broken(PlanRule rule, String subject, String sentence) {
        counts(rule, -1);
        note(rule, subject, sentence);
    }

    void counts(PlanRule rule, double amount) {
        matches.merge(rule, 1, Integer::sum);
        amounts.merge(rule, amount, Double::sum);
    }

    void note(PlanRule rule, String subject, String sentence) {
        violations.computeIfAbsent(rule, key -> new ArrayList<>()).add(new Violation(subject, sentence));
    }

    CheckReport report() {
        List<RuleResult> results = new ArrayList<>();
        for (PlanRule rule : PlanRule.values()) {
            results.add(new RuleResult(
                    rule,
                    matches.getOrDefault(rule, 0),
                    amounts.getOrDefault(rule, 0.0),
                    violations.getOrDefault(rule, List.of())));
        }
        return new CheckReport(results);
    }
}
