package ro.caravana.planning;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to a {@link PlanInstance}, {@code caravana/plan/1}. Wire type.
 *
 * @param visits in the order of date, station and start
 * @param unserved every visit of the instance that is not held
 * @param score one entry per rule
 * @param solver name and version of what made the plan
 * @param elapsedSeconds solving time; 0 when a step limit was given, so that the same inputs give the same bytes
 * @param steps iterations of the search
 * @param instanceSha256 of the instance's bytes, hexadecimal
 */
public record Plan(
        String schema,
        List<PlannedVisit> visits,
        List<Unserved> unserved,
        List<ScorePart> score,
        long seed,
        String solver,
        double elapsedSeconds,
        long steps,
        String instanceSha256) {

    public static final String SCHEMA = "caravana/plan/1";

    public Plan {
        visits = List.copyOf(visits);
        unserved = List.copyOf(unserved);
        score = List.copyOf(score);
    }

    /** A visit with its times as seconds of the day: arriving, start and end of service. */
    public record PlannedVisit(String visit, String station, LocalDate date, int arrival, int start, int end) {}

    /** A visit that is not held, and the stable codes of {@link UnservedReason} that say why. */
    public record Unserved(String visit, List<String> reasons) {
        public Unserved {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * What one rule contributes.
     *
     * @param rule wire name of a {@link PlanRule}
     * @param level {@code hard}, {@code value}, {@code cost} or {@code quality}
     * @param matches how often the rule applied (hard: how often it was broken)
     * @param amount contribution to the level, more is better: value served is positive, costs and violations are negative
     */
    public record ScorePart(String rule, String level, int matches, double amount) {}

    /** The same plan with other visits, for looking at: its score and what it leaves out are those of before. */
    public Plan withVisits(List<PlannedVisit> others) {
        return new Plan(schema, others, unserved, score, seed, solver, elapsedSeconds, steps, instanceSha256);
    }

    public Plan withInstanceSha256(String sha256) {
        return new Plan(schema, visits, unserved, score, seed, solver, elapsedSeconds, steps, sha256);
    }
}
