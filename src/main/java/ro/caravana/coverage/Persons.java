package ro.caravana.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ro.caravana.register.Kind;
import ro.caravana.register.RegisterSums;
import ro.caravana.register.Sums;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** One place's cases by age band and sex, raw: for planners only. */
@Component
class Persons {
    private static final Comparator<PersonKey> BY_AGE = Comparator.comparingInt(PersonKey::youngest)
            .thenComparing(PersonKey::ageBand)
            .thenComparing(PersonKey::sex);

    private final RegisterSums register;
    private final TerritoryRegistry registry;

    Persons(RegisterSums register, TerritoryRegistry registry) {
        this.register = register;
        this.registry = registry;
    }

    private record PersonKey(String ageBand, String sex) {
        /** Those of unknown age come last. */
        int youngest() {
            String digits = ageBand.replaceFirst("\\D.*", "");
            return digits.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }
    }

    /**
     * @param siruta null: the whole county
     * @param then as it was known when the day was over
     * @throws CoverageProblem.UnknownPlace 404
     */
    PersonsView of(@Nullable Integer siruta, Optional<CaseCategory> category, LocalDate at, boolean then) {
        Map<PersonKey, Sums> kinds = new TreeMap<>(BY_AGE);
        Map<Integer, Map<Kind, Sums>> all =
                then ? register.byPlaceAndKind(at, Coverage.endOf(at)) : register.byPlaceAndKind(at);
        for (int part : siruta == null ? List.copyOf(all.keySet()) : parts(siruta)) {
            all.getOrDefault(part, Map.of()).forEach((kind, sums) -> {
                if (CaseFilter.of(category).takes(kind) && !sums.equals(Sums.NONE)) {
                    kinds.merge(new PersonKey(kind.ageBand(), kind.sex()), sums, Sums::plus);
                }
            });
        }
        return new PersonsView(
                siruta,
                at,
                kinds.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private List<Integer> parts(int siruta) {
        Territory territory = registry.current();
        if (territory.findUat(siruta).isEmpty()
                && territory.findLocality(siruta).isEmpty()) {
            throw new CoverageProblem.UnknownPlace();
        }
        List<Integer> parts = new ArrayList<>(List.of(siruta));
        territory.listLocalities(siruta).stream().map(Locality::siruta).forEach(parts::add);
        return parts;
    }

    private static PersonsView.Row row(PersonKey key, Sums sums) {
        return new PersonsView.Row(
                key.ageBand(), key.sex(), sums.opened(), sums.resolved(), sums.withdrawn(), Math.max(0, sums.open()));
    }
}
