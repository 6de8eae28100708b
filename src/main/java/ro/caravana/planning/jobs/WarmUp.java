package ro.caravana.planning.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ro.caravana.planning.Stations;
import ro.caravana.planning.derive.InstanceDerivation;
import ro.caravana.territory.TerritoryRegistry;
import ro.caravana.travel.TravelTimes;

/** Has the county's travel matrix ready before the first planner presses the button. */
@Component
@ConditionalOnWebApplication
class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final TerritoryRegistry territory;
    private final TravelTimes travel;
    private final Stations stations;

    WarmUp(TerritoryRegistry territory, TravelTimes travel, Stations stations) {
        this.territory = territory;
        this.travel = travel;
        this.stations = stations;
    }

    @EventListener
    void on(ApplicationReadyEvent event) {
        Thread thread = new Thread(this::fillMatrix, "planning-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void fillMatrix() {
        try {
            travel.matrix(InstanceDerivation.sites(territory.current(), stations.listStations()));
        } catch (RuntimeException failed) {
            LOG.warn("the travel matrix could not be prepared; the first order will try again", failed);
        }
    }
}
