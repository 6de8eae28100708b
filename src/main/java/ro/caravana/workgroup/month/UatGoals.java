package ro.caravana.workgroup.month;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ro.caravana.fieldwork.VisitOutcome;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;
import ro.caravana.workgroup.MonthFacts;
import ro.caravana.workgroup.UatTargets;

/** Holds what was promised for UATs against what was done there since January. */
final class UatGoals {
    private static final Locale ROMANIAN = Locale.forLanguageTag("ro");

    private UatGoals() {}

    /**
     * @param year the visits since January
     * @param internal whether the persons served may be told
     */
    static List<MonthFacts.UatGoal> of(
            UatTargets targets, List<VisitOutcome> year, Territory territory, boolean internal) {
        Map<Integer, List<VisitOutcome>> byUat = byUat(year);
        return targets.goals().entrySet().stream()
                .map(entry -> row(
                        entry.getKey(),
                        territory.findUat(entry.getKey()).map(Uat::name).orElse(String.valueOf(entry.getKey())),
                        entry.getValue(),
                        byUat.getOrDefault(entry.getKey(), List.of()),
                        internal))
                .sorted(Comparator.comparing(MonthFacts.UatGoal::name, Collator.getInstance(ROMANIAN))
                        .thenComparing(MonthFacts.UatGoal::siruta))
                .toList();
    }

    static Map<Integer, List<VisitOutcome>> byUat(List<VisitOutcome> held) {
        return held.stream().collect(Collectors.groupingBy(VisitOutcome::uatSiruta));
    }

    private static MonthFacts.UatGoal row(
            int siruta, String name, UatTargets.Goal goal, List<VisitOutcome> held, boolean internal) {
        @Nullable Long served = internal ? Long.valueOf(served(held)) : null;
        return new MonthFacts.UatGoal(
                siruta,
                name,
                goal.visits().orElse(null),
                held.size(),
                goal.persons().orElse(null),
                served);
    }

    /** Handovers serve those who were served before. */
    static long served(List<VisitOutcome> held) {
        return held.stream()
                .filter(visit -> !"HANDOVER".equals(visit.about().kind()))
                .mapToLong(visit -> visit.counts().servedPersons())
                .sum();
    }
}
