package ro.caravana.planning;

import java.util.List;

/** The county's mobile stations. */
public interface Stations {
    /** In the order of their ids; at least one. */
    List<Station> listStations();
}
