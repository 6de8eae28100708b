package ro.caravana.planning.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.access.Viewer;
import ro.caravana.planning.DayRoute;
import ro.caravana.planning.PlanJobProblem;
import ro.caravana.planning.PlanView;
import ro.caravana.planning.Plans;

/** A field team's day. Without {@code plan} it is the newest finished plan's. */
@RestController
@RequestMapping("/api/v1/stations/{station}/days/{date}")
class RouteController {
    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");

    private final Plans plans;
    private final RoutePublisher publisher;

    RouteController(Plans plans, RoutePublisher publisher) {
        this.plans = plans;
        this.publisher = publisher;
    }

    @GetMapping("/route.json")
    ResponseEntity<RouteWire.Route> route(
            @PathVariable String station,
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String plan,
            Viewer viewer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(publisher.route(find(station, date, plan), viewer));
    }

    @GetMapping("/route.geojson")
    ResponseEntity<RouteWire.FeatureCollection> features(
            @PathVariable String station,
            @PathVariable LocalDate date,
            @RequestParam(required = false) @Nullable String plan,
            Viewer viewer) {
        return ResponseEntity.ok().contentType(GEO_JSON).body(publisher.features(find(station, date, plan), viewer));
    }

    private DayRoute find(String station, LocalDate date, @Nullable String plan) {
        PlanView view = Optional.ofNullable(plan)
                .map(plans::getSolvedPlan)
                .or(plans::findCurrentPlan)
                .orElseThrow(PlanJobProblem.NoCurrentPlan::new);
        return plans.getRoute(view, station, date);
    }
}
