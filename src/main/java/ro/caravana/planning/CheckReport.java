package ro.caravana.planning;

import java.util.List;

/**
 * What the independent check found.
 *
 * @param rules one entry per rule, in the order of {@link PlanRule}
 */
public record CheckReport(List<RuleResult> rules) {
    public CheckReport {
        rules = List.copyOf(rules);
    }

    /**
     * @param matches how often the rule applied (hard: was broken)
     * @param amount contribution to the level, more is better
     * @param violations of hard rules; for the others what counts against the plan visit by visit, where that says something
     */
    public record RuleResult(PlanRule rule, int matches, double amount, List<Violation> violations) {
        public RuleResult {
            violations = List.copyOf(violations);
        }
    }

    /**
     * @param subject id of a visit, or station and date
     * @param sentence what is wrong, in English
     */
    public record Violation(String subject, String sentence) {}

    public boolean keepsHardRules() {
        return score().hard() == 0;
    }

    public RuleResult of(PlanRule rule) {
        return rules.get(rule.ordinal());
    }

    public PlanScore score() {
        return new PlanScore(
                (long) sum(PlanRule.Level.HARD),
                sum(PlanRule.Level.VALUE),
                sum(PlanRule.Level.COST),
                sum(PlanRule.Level.QUALITY));
    }

    private double sum(PlanRule.Level level) {
        return rules.stream()
                .filter(result -> result.rule().level() == level)
                .mapToDouble(RuleResult::amount)
                .sum();
    }
}
