package ro.caravana.planning;

/**
 * A better plan has been found. Delivered on the solving thread, at most a few times a second.
 *
 * @param plan complete and judged by the constraints
 * @param elapsedSeconds since the start of solving
 */
public record Improvement(Plan plan, PlanScore score, double elapsedSeconds, long steps) {}
