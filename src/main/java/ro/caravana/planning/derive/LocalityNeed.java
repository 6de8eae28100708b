package ro.caravana.planning.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import ro.caravana.need.Need;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;

/** One locality's need, split by where it can be met: at the station or at the bedside. */
final class LocalityNeed {
    private final Map<CaseCategory, Double> persons = new EnumMap<>(CaseCategory.class);

    LocalityNeed(Collection<Need> needs) {
        needs.forEach(need -> persons.merge(need.category(), need.mean(), Double::sum));
    }

    /** The needs kept per locality, by SIRUTA; figures of whole UATs are sums of these and left aside. */
    static Map<Integer, LocalityNeed> byLocality(Collection<Need> needs) {
        Map<Integer, List<Need>> grouped = new LinkedHashMap<>();
        needs.stream()
                .filter(need -> need.level() == Level.LOCALITY)
                .forEach(need -> grouped.computeIfAbsent(need.siruta(), key -> new ArrayList<>())
                        .add(need));
        Map<Integer, LocalityNeed> result = new LinkedHashMap<>();
        grouped.forEach((siruta, list) -> result.put(siruta, new LocalityNeed(list)));
        return result;
    }

    /** Persons who can come to the station. */
    double atStation() {
        return sumAtStation(category -> 1);
    }

    /** Persons whom the team must visit at the bedside. */
    double atBedside() {
        return persons.getOrDefault(CaseCategory.NON_TRANSPORTABLE, 0.0);
    }

    /** Mean minutes one person of this locality takes at the station; those of the commonest case where nobody is in need. */
    double minutesPerPerson() {
        double people = atStation();
        return people <= 0 ? CaseCategory.EXPIRED_ID.minutes() : sumAtStation(CaseCategory::minutes) / people;
    }

    /** Value of serving everybody who can come to the station. */
    double valueAtStation(PlanningDefaults defaults) {
        return sumAtStation(defaults::valueOf);
    }

    /** Which part of those who can come to the station has this case. */
    double shareAtStation(CaseCategory category) {
        double people = atStation();
        return people <= 0 ? 0 : persons.getOrDefault(category, 0.0) / people;
    }

    private double sumAtStation(ToDoubleFunction<CaseCategory> weight) {
        return persons.entrySet().stream()
                .filter(entry -> entry.getKey() != CaseCategory.NON_TRANSPORTABLE)
                .mapToDouble(entry -> entry.getValue() * weight.applyAsDouble(entry.getKey()))
                .sum();
    }
}
