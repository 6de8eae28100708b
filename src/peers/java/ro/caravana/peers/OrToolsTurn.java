package ro.caravana.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may choose a day in one turn: of those who hang together by days, no two at once. The others stay on their days, so that days
 * between visits become days that a visit may have, which is what the library is quick with.
 */
final class OrToolsTurn {
    private final PeerYear year;
    private final PeerFamilies families;
    private final Map<Integer, Integer> turnsHad;
    private final Map<Integer, PeerDay> held = new HashMap<>();
    private final Set<Integer> free = new HashSet<>();

    /** @param turnsHad how often each visit was free so far; counted on here */
    OrToolsTurn(PeerYear year, PeerFamilies families, Map<Integer, Integer> turnsHad, List<List<PeerVisit>> rounds) {
        this.year = year;
        this.families = families;
        this.turnsHad = turnsHad;
        year.days().forEach(day -> rounds.get(day.number()).forEach(visit -> held.put(visit.number(), day)));
        chooseFree();
    }

    private void chooseFree() {
        List<PeerVisit> waiting = new ArrayList<>(year.visits());
        waiting.sort(Comparator.comparing((PeerVisit visit) -> turnsHad.getOrDefault(visit.number(), 0))
                .thenComparing(PeerVisit::number));
        for (PeerVisit visit : waiting) {
            boolean alone = families.relatives(visit).stream().noneMatch(other -> free.contains(other.number()));
            if (alone && !days(visit).isEmpty()) {
                free.add(visit.number());
                turnsHad.merge(visit.number(), 1, Integer::sum);
            }
        }
    }

    List<OrToolsYear.Asked> asked() {
        return year.visits().stream()
                .filter(visit -> free.contains(visit.number()) || held.containsKey(visit.number()))
                .map(visit -> new OrToolsYear.Asked(visit, days(visit, free.contains(visit.number())), must(visit)))
                .toList();
    }

    private List<PeerDay> days(PeerVisit visit, boolean isFree) {
        return isFree ? days(visit) : List.of(held.get(visit.number()));
    }

    /** Days on which it is open and agrees with its relatives as they stand. */
    private List<PeerDay> days(PeerVisit visit) {
        List<PeerVisit> relatives = families.relatives(visit);
        boolean orphan = relatives.stream()
                .anyMatch(other -> PeerFamilies.follows(visit, other) && !held.containsKey(other.number()));
        return orphan
                ? List.of()
                : year.days().stream()
                        .filter(day -> visit.hours()[day.number()] != null)
                        .filter(day -> relatives.stream().allMatch(other -> agree(visit, day, other)))
                        .toList();
    }

    private boolean agree(PeerVisit visit, PeerDay day, PeerVisit other) {
        PeerDay others = held.get(other.number());
        return others == null || PeerFamilies.agree(visit, day.epochDay(), other, others.epochDay());
    }

    /** Whom somebody follows, or may follow in this turn, is not left out in it. */
    private boolean must(PeerVisit visit) {
        return held.containsKey(visit.number())
                && families.relatives(visit).stream()
                        .filter(other -> PeerFamilies.follows(other, visit))
                        .anyMatch(other -> held.containsKey(other.number()) || free.contains(other.number()));
    }
}
