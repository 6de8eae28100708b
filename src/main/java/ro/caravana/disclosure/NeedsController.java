package ro.caravana.disclosure;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.statistics.CaseCategory;
import ro.caravana.territory.Level;
import ro.caravana.territory.Residents;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;

/** The estimated number of people without papers, per place and category. */
@RestController
class NeedsController {
    private final PublishedNeeds needs;
    private final TerritoryRegistry registry;
    private final DisclosureGate gate;

    NeedsController(PublishedNeeds needs, TerritoryRegistry registry, DisclosureGate gate) {
        this.needs = needs;
        this.registry = registry;
        this.gate = gate;
    }

    @GetMapping("/api/v1/needs")
    ResponseEntity<NeedsView> needs(@RequestParam(defaultValue = "uat") String level, Viewer viewer) {
        Level wanted = level(level);
        PublishedNeedMap map = needs.current(viewer).orElseThrow(DisclosureProblem.NoFigures::new);
        NeedsView view = new NeedsView(
                map.asOf(),
                map.method(),
                map.source(),
                map.synthetic(),
                gate.threshold(),
                level,
                new NeedsView.County(map.county(), byCategory(map::findCounty)),
                rows(map, wanted));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
                .eTag("W/\"" + map.version() + "-" + level + "-" + registry.revision() + "\"")
                .body(view);
    }

    private static Level level(String wire) {
        return switch (wire) {
            case "uat" -> Level.UAT;
            case "locality" -> Level.LOCALITY;
            default -> throw new DisclosureProblem.UnknownLevel();
        };
    }

    private List<NeedsView.Row> rows(PublishedNeedMap map, Level level) {
        Territory territory = registry.current();
        if (level == Level.UAT) {
            return territory.listUats().stream()
                    .map(uat -> row(map, level, uat.siruta(), uat.name(), uat.siruta(), uat.population()))
                    .toList();
        }
        Residents residents = Residents.of(territory);
        return territory.listLocalities().stream()
                .map(locality -> row(
                        map,
                        level,
                        locality.siruta(),
                        locality.name(),
                        locality.uatSiruta(),
                        residents.ofLocality(locality.siruta())))
                .toList();
    }

    private static NeedsView.Row row(
            PublishedNeedMap map, Level level, int siruta, String name, int uatSiruta, int population) {
        return new NeedsView.Row(
                siruta,
                name,
                uatSiruta,
                population,
                map.find(level, siruta).orElse(null),
                byCategory(category -> map.find(level, siruta, category)));
    }

    private static Map<CaseCategory, PublishedEstimate> byCategory(
            Function<CaseCategory, Optional<PublishedEstimate>> figure) {
        Map<CaseCategory, PublishedEstimate> figures = new EnumMap<>(CaseCategory.class);
        for (CaseCategory category : CaseCategory.values()) {
            figure.apply(category).ifPresent(published -> figures.put(category, published));
        }
        return figures;
    }
}
