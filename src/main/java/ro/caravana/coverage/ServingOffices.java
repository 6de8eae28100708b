package ro.caravana.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ro.caravana.geo.Position;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * Which local service keeps the records of a UAT: the one that the county says (column {@code service} of its UATs), otherwise the
 * nearest one. What it decides is only how old a place's figures are said to be.
 */
final class ServingOffices {
    private final Map<Integer, String> officeOfUat = new HashMap<>();
    private final Set<Integer> assumed = new HashSet<>();

    ServingOffices(Territory territory) {
        List<Office> services = territory.listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .toList();
        Set<String> ids = services.stream().map(Office::id).collect(Collectors.toSet());
        for (Uat uat : territory.listUats()) {
            if (ids.contains(uat.service())) {
                officeOfUat.put(uat.siruta(), uat.service());
            } else {
                assumed.add(uat.siruta());
                nearest(services, uat.position()).ifPresent(office -> officeOfUat.put(uat.siruta(), office.id()));
            }
        }
    }

    private static Optional<Office> nearest(List<Office> services, Position seat) {
        return services.stream()
                .min(Comparator.comparingDouble(
                                (Office office) -> office.position().metresTo(seat))
                        .thenComparing(Office::id));
    }

    /** Whether the county does not say who serves a UAT. */
    boolean isAssumed(int uatSiruta) {
        return assumed.contains(uatSiruta);
    }

    /** Empty where the county has no local service. */
    String officeOf(int uatSiruta) {
        return officeOfUat.getOrDefault(uatSiruta, "");
    }
}
