package ro.caravana.travel.network;

import java.util.List;

/**
 * A road as the table writes it.
 *
 * @param ref its number, empty where it has none or it is not known
 * @param stops the places it joins, in order, at least two
 */
record Road(String ref, RoadClass roadClass, List<Place> stops) {}
