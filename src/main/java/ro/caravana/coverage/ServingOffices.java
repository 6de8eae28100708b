package ro.caravana.coverage;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ro.caravana.geo.Position;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.Uat;

/**
 * Which local service keeps the records of a UAT: the nearest one. An assumption, until a county says otherwise; what it decides is
 * only how old a place's figures are said to be.
 */
final class ServingOffices {
    private final Map<Integer, String> officeOfUat = new HashMap<>();

    ServingOffices(Territory territory) {
        List<Office> services = territory.listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .toList();
        for (Uat uat : territory.listUats()) {
            Position seat = uat.position();
            services.stream()
                    .min(Comparator.comparingDouble(
                                    (Office office) -> office.position().metresTo(seat))
                            .thenComparing(Office::id))
                    .ifPresent(office -> officeOfUat.put(uat.siruta(), office.id()));
        }
    }

    /** Empty where the county has no local service. */
    String officeOf(int uatSiruta) {
        return officeOfUat.getOrDefault(uatSiruta, "");
    }
}
