package ro.caravana.planning.solver;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ro.caravana.planning.Plan;
import ro.caravana.planning.PlanDocuments;
import ro.caravana.planning.UnservedReason;

/** From an agenda back to the wire. */
final class AgendaWriter {
    private AgendaWriter() {}

    /** @param before whose seed and solver stay, and whose reasons for what was left out already */
    static Plan write(Agenda agenda, Plan before) {
        return new Plan(
                Plan.SCHEMA,
                PlanWriter.visits(agenda.solution),
                unserved(agenda, before),
                PlanWriter.parts(PlanJudge.explain(agenda.solution)),
                before.seed(),
                before.solver(),
                before.elapsedSeconds(),
                before.steps(),
                PlanDocuments.sha256(agenda.instance));
    }

    private static List<Plan.Unserved> unserved(Agenda agenda, Plan before) {
        Map<String, Plan.Unserved> known = new HashMap<>();
        before.unserved().forEach(visit -> known.put(visit.visit(), visit));
        Openings openings = new Openings(agenda);
        return agenda.solution.stops().stream()
                .filter(stop -> !stop.isServed())
                .sorted(Comparator.comparingInt(Stop::number))
                .map(stop -> Objects.requireNonNullElseGet(known.get(stop.id()), () -> reasons(agenda, openings, stop)))
                .toList();
    }

    private static Plan.Unserved reasons(Agenda agenda, Openings openings, Stop stop) {
        Map<UnservedReason, Integer> days = new HashMap<>();
        for (StationDay day : agenda.workdays()) {
            Obstacle obstacle = openings.findObstacle(stop, day);
            days.merge(obstacle == null ? UnservedReason.NOT_WORTH_THE_DRIVE : obstacle.reason(), 1, Integer::sum);
        }
        Comparator<Map.Entry<UnservedReason, Integer>> byDays = Map.Entry.comparingByValue(Comparator.reverseOrder());
        Set<String> codes = new LinkedHashSet<>();
        days.entrySet().stream()
                .sorted(byDays.thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> codes.add(entry.getKey().code()));
        return new Plan.Unserved(stop.id(), List.copyOf(codes));
    }
}
