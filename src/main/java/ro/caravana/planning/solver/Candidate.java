package ro.caravana.planning.solver;

import java.util.List;
import java.util.Map;
import ro.caravana.planning.Alternative;

/**
 * A day that would take a visit.
 *
 * @param days what the days concerned would then hold, in driving order
 */
record Candidate(Alternative alternative, Map<StationDay, List<Stop>> days) {}
