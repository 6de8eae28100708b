package ro.caravana.coverage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.register.RegisterSums;
import ro.caravana.territory.Office;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;

/** {@code /api/v1/coverage/offices}: where the local services are, whom they serve and how far they are. */
@RestController
class CoverageOfficesController {
    private final TerritoryRegistry registry;
    private final RegisterSums register;

    CoverageOfficesController(TerritoryRegistry registry, RegisterSums register) {
        this.registry = registry;
        this.register = register;
    }

    record OfficeList(List<OfficeView> offices) {}

    /**
     * A local service; the position in WGS84.
     *
     * @param uats SIRUTA of the UATs whose records it is taken to keep
     * @param completeTo null before its first batch
     */
    record OfficeView(
            String office,
            String name,
            double lat,
            double lon,
            List<Integer> uats,
            @Nullable Instant completeTo) {}

    @GetMapping("/api/v1/coverage/offices")
    OfficeList listOffices() {
        Territory territory = registry.current();
        Map<String, List<Integer>> served = served(territory);
        Map<String, RegisterSums.Watermark> marks = register.listWatermarks().stream()
                .collect(Collectors.toMap(RegisterSums.Watermark::office, Function.identity()));
        return new OfficeList(territory.listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .map(office -> view(office, marks.get(office.id()), served.getOrDefault(office.id(), List.of())))
                .toList());
    }

    private static Map<String, List<Integer>> served(Territory territory) {
        ServingOffices offices = new ServingOffices(territory);
        return territory.listUats().stream().map(Uat::siruta).collect(Collectors.groupingBy(offices::officeOf));
    }

    private OfficeView view(Office office, RegisterSums.@Nullable Watermark mark, List<Integer> uats) {
        return new OfficeView(
                office.id(),
                office.name(),
                office.position().lat(),
                office.position().lon(),
                uats,
                mark == null ? null : mark.completeTo());
    }
}
