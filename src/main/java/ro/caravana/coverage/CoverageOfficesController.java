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
     * @param uats SIRUTA of the UATs whose records it keeps, or is taken to keep
     * @param assumedUats those of them of which the county does not say who serves them: the nearest office is taken
     * @param completeTo null before its first batch
     */
    record OfficeView(
            String office,
            String name,
            double lat,
            double lon,
            List<Integer> uats,
            List<Integer> assumedUats,
            @Nullable Instant completeTo) {}

    @GetMapping("/api/v1/coverage/offices")
    OfficeList listOffices() {
        Territory territory = registry.current();
        ServingOffices serving = new ServingOffices(territory);
        Map<String, List<Integer>> served =
                territory.listUats().stream().map(Uat::siruta).collect(Collectors.groupingBy(serving::officeOf));
        Map<String, RegisterSums.Watermark> marks = register.listWatermarks().stream()
                .collect(Collectors.toMap(RegisterSums.Watermark::office, Function.identity()));
        return new OfficeList(territory.listOffices().stream()
                .filter(office -> office.kind() == Office.Kind.LOCAL_SERVICE)
                .map(office ->
                        view(office, marks.get(office.id()), served.getOrDefault(office.id(), List.of()), serving))
                .toList());
    }

    private static OfficeView view(
            Office office, RegisterSums.@Nullable Watermark mark, List<Integer> uats, ServingOffices serving) {
        return new OfficeView(
                office.id(),
                office.name(),
                office.position().lat(),
                office.position().lon(),
                uats,
                uats.stream().filter(serving::isAssumed).toList(),
                mark == null ? null : mark.completeTo());
    }
}
