package ro.caravana.planning.check;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.planning.PlanInstance;
import ro.caravana.planning.PlanRule;

/** The rules between visits of different days: series and successions. */
final class GapCheck {
    private final PlanInstance instance;
    private final Map<String, Held> byVisit;
    private final Findings findings;

    GapCheck(PlanInstance instance, Map<String, Held> byVisit, Findings findings) {
        this.instance = instance;
        this.byVisit = byVisit;
        this.findings = findings;
    }

    void run() {
        Map<String, List<Held>> series = new LinkedHashMap<>();
        for (PlanInstance.Visit visit : instance.visits()) {
            Held held = byVisit.get(visit.id());
            if (held == null) {
                continue;
            }
            if (visit.after() != null) {
                after(held, visit.after());
            }
            if (visit.series() != null) {
                series.computeIfAbsent(visit.series().id(), key -> new ArrayList<>())
                        .add(held);
            }
        }
        series.values().forEach(this::gaps);
    }

    private void gaps(List<Held> members) {
        members.sort(Comparator.comparing(Held::date));
        for (int i = 0; i + 1 < members.size(); i++) {
            Held next = members.get(i + 1);
            PlanInstance.Series series = next.visit().series();
            long gap = ChronoUnit.DAYS.between(members.get(i).date(), next.date());
            if (series != null && series.minGapDays() != null && gap < series.minGapDays()) {
                findings.broken(
                        PlanRule.SERIES_GAP,
                        next.id(),
                        gap + " days after " + members.get(i).id() + ", at least " + series.minGapDays()
                                + " are agreed.");
            } else if (series != null && series.maxGapDays() != null && gap > series.maxGapDays()) {
                findings.broken(
                        PlanRule.SERIES_GAP,
                        next.id(),
                        gap + " days after " + members.get(i).id() + ", at most " + series.maxGapDays()
                                + " are agreed.");
            }
        }
    }

    private void after(Held held, PlanInstance.After after) {
        Held first = byVisit.get(after.visit());
        if (first == null) {
            findings.broken(PlanRule.AFTER, held.id(), "Follows " + after.visit() + ", which is not in the plan.");
            return;
        }
        long days = ChronoUnit.DAYS.between(first.date(), held.date());
        int least = after.minDays() == null ? 0 : after.minDays();
        boolean late = after.maxDays() != null && days > after.maxDays();
        if (days < least || late) {
            findings.broken(
                    PlanRule.AFTER,
                    held.id(),
                    "Held " + days + " days after " + after.visit() + ", agreed are " + least + " to "
                            + (after.maxDays() == null ? "any number of" : after.maxDays()) + " days.");
        } else if (days == 0 && !laterInTheSameRound(held, first)) {
            findings.broken(
                    PlanRule.AFTER,
                    held.id(),
                    "On the same day as " + after.visit() + ", but not later in the same station's round.");
        }
    }

    private static boolean laterInTheSameRound(Held held, Held first) {
        return held.entry().station().equals(first.entry().station())
                && held.entry().start() >= first.entry().end();
    }
}
