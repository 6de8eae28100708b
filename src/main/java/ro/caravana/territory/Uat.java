package ro.caravana.territory;

import ro.caravana.geo.Position;

/**
 * An administrative unit (municipality, town or commune).
 *
 * @param siruta SIRUTA code, the key everywhere
 * @param seatSiruta SIRUTA of the seat locality
 * @param position of the seat
 * @param population residents at the last census; 0 where unknown
 * @param townHallAddress postal address, empty where unknown
 * @param service id of the local service that keeps its residents' records, empty where the county does not say
 */
public record Uat(
        int siruta,
        String name,
        Type type,
        int seatSiruta,
        Position position,
        int population,
        String townHallAddress,
        String service) {
    /** Kind of UAT; on the wire and in {@code uats.csv} in lower case. */
    public enum Type {
        MUNICIPALITY,
        TOWN,
        COMMUNE
    }
}
