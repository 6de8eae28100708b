package ro.caravana.planning.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ro.caravana.planning.PlanInstance;

/** A plan instance, found by ids. Immutable. */
final class InstanceIndex {
    private final PlanInstance.Travel travel;
    private final Map<String, PlanInstance.Visit> visits = new HashMap<>();
    private final Map<String, PlanInstance.Site> sites = new HashMap<>();
    private final Map<String, PlanInstance.Station> stations = new HashMap<>();
    private final Map<String, Integer> rows = new HashMap<>();

    InstanceIndex(PlanInstance instance) {
        if (instance.travel() == null) {
            throw new IllegalArgumentException("the instance's travel matrix is not filled");
        }
        this.travel = instance.travel();
        instance.visits().forEach(visit -> visits.put(visit.id(), visit));
        instance.sites().forEach(site -> sites.put(site.id(), site));
        instance.stations().forEach(station -> stations.put(station.id(), station));
        List<String> ids = travel.sites();
        for (int row = 0; row < ids.size(); row++) {
            rows.put(ids.get(row), row);
        }
    }

    PlanInstance.Visit visit(String id) {
        return known(visits.get(id), "visit");
    }

    PlanInstance.Site siteOf(PlanInstance.Visit visit) {
        return site(visit.site());
    }

    PlanInstance.Site site(String id) {
        return known(sites.get(id), "site");
    }

    PlanInstance.Station station(String id) {
        return known(stations.get(id), "station");
    }

    int seconds(String fromSite, String toSite) {
        return travel.seconds()[row(fromSite)][row(toSite)];
    }

    int metres(String fromSite, String toSite) {
        return travel.metres()[row(fromSite)][row(toSite)];
    }

    private int row(String site) {
        return known(rows.get(site), "row of the travel matrix");
    }

    private static <T> T known(@Nullable T found, String what) {
        if (found == null) {
            throw new IllegalArgumentException("the plan names a " + what + " that its instance does not have");
        }
        return found;
    }
}
