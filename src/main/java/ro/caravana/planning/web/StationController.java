package ro.caravana.planning.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import ro.caravana.planning.Stations;

/** The county's mobile stations. */
@RestController
class StationController {
    private final Stations stations;

    StationController(Stations stations) {
        this.stations = stations;
    }

    /** All stations. */
    record StationList(List<StationItem> stations) {}

    /** A station; times are seconds of the day. */
    record StationItem(String id, String name, String base, int workdayStart, int workdayEnd, int capacityPerDay) {}

    @GetMapping("/api/v1/stations")
    StationList list() {
        return new StationList(stations.listStations().stream()
                .map(station -> new StationItem(
                        station.id(),
                        station.name(),
                        station.baseSite(),
                        station.workdayStart(),
                        station.workdayEnd(),
                        station.capacityPersons()))
                .toList());
    }
}
