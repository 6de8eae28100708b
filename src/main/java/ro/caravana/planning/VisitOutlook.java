package ro.caravana.planning;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a visit is when it is: where else it could be, and what stands against the other days.
 *
 * @param now where it is held; empty where it is left out
 * @param alternatives the best first
 * @param possibleDays station-days on which it could be held instead, of which {@code alternatives} may be the first few
 * @param freeDays those of them on which nobody need make room
 * @param obstacles stable code of what stands against a station-day as it is, and how many it closes; the one that closes most
 *     first
 */
public record VisitOutlook(
        String visit,
        Optional<Slot> now,
        List<Alternative> alternatives,
        int possibleDays,
        int freeDays,
        Map<String, Integer> obstacles) {
    public VisitOutlook {
        alternatives = List.copyOf(alternatives);
    }
}
