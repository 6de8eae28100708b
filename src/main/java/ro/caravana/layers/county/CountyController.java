package ro.caravana.layers.county;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.planning.PlanningYear;
import ro.caravana.planning.Stations;
import ro.caravana.statistics.Statistics;
import ro.caravana.territory.Boundaries;
import ro.caravana.territory.Locality;
import ro.caravana.territory.Site;
import ro.caravana.territory.Territory;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.territory.Uat;
import ro.caravana.travel.NetworkInfo;
import ro.caravana.travel.TravelTimes;

/** The county: its name and size, where its figures, map and roads come from, its stations. */
@RestController
class CountyController {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");

    private final TerritoryRegistry registry;
    private final Statistics statistics;
    private final TravelTimes travelTimes;
    private final Stations stations;
    private final Clock clock;
    private final String tilesUrl;

    CountyController(
            TerritoryRegistry registry,
            Statistics statistics,
            TravelTimes travelTimes,
            Stations stations,
            Clock clock,
            @Value("${caravana.tiles-url}") String tilesUrl) {
        this.registry = registry;
        this.statistics = statistics;
        this.travelTimes = travelTimes;
        this.stations = stations;
        this.clock = clock;
        this.tilesUrl = tilesUrl.strip();
    }

    @GetMapping("/api/v1/county")
    ResponseEntity<CountyView> county() {
        CountyView view = view();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.AUTHORIZATION, HttpHeaders.COOKIE)
                .eTag("W/\"" + Integer.toHexString(view.hashCode())
                        + "\"") // records of values: equal views, equal hash
                .body(view);
    }

    private CountyView view() {
        Territory territory = registry.current();
        Boundaries boundaries = registry.boundaries();
        NetworkInfo roads = travelTimes.network(
                territory.listLocalities().stream().map(Locality::position).toList());
        return new CountyView(
                territory.county(),
                territory.listUats().stream().mapToLong(Uat::population).sum(),
                territory.listUats().size(),
                territory.listLocalities().size(),
                bounds(territory, boundaries),
                base(territory.base()),
                statistics
                        .current()
                        .map(snapshot -> new CountyView.StatisticsOrigin(
                                snapshot.asOf(), snapshot.source(), snapshot.synthetic(), snapshot.importedAt()))
                        .orElse(null),
                new CountyView.BoundariesOrigin(
                        boundaries.generalised(),
                        boundaries.source().equals(Boundaries.COMPUTED) ? null : boundaries.source(),
                        boundaries.date().equals(Boundaries.UNDATED) ? null : boundaries.date()),
                new CountyView.Roads(roads.name(), roads.schematic()),
                stations.listStations().stream()
                        .map(station -> new CountyView.StationName(station.id(), station.name()))
                        .toList(),
                PlanningYear.on(LocalDate.ofInstant(clock.instant(), BUCHAREST)),
                tilesUrl.isEmpty() ? null : tilesUrl);
    }

    private static CountyView.Base base(Site base) {
        return new CountyView.Base(
                base.name(), base.position().lat(), base.position().lon());
    }

    /** Of the boundaries, and of the localities in case some lie outside or there are no boundaries. */
    private static List<Double> bounds(Territory territory, Boundaries boundaries) {
        Envelope bounds = new Envelope();
        boundaries.byUat().values().forEach(shape -> bounds.expandToInclude(shape.getEnvelopeInternal()));
        territory
                .listLocalities()
                .forEach(locality -> bounds.expandToInclude(
                        locality.position().lon(), locality.position().lat()));
        return List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }
}
