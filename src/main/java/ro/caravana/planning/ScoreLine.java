package ro.caravana.planning;

/**
 * What one rule says about a plan. Titles and sentences for people are in {@code planning_ro.properties}.
 *
 * @param rule stable name
 * @param level {@code hard}, {@code value}, {@code cost} or {@code quality}, in falling weight
 * @param matches how often the rule matched
 * @param amount what the matches add up to, in the rule's own unit
 */
public record ScoreLine(String rule, String level, long matches, long amount) {}
