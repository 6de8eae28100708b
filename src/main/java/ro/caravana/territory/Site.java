package ro.caravana.territory;

import ro.caravana.geo.Position;

/**
 * A place where the station can stop.
 *
 * @param id stable: {@code s<locality siruta>} for a locality's default site, {@code base} for the directorate, any other text
 *     for further venues and hospitals
 * @param name the venue in the users' words, for example "Școala Gimnazială"; the locality's name where no venue is known
 * @param wheelchair whether a ramp is known
 */
public record Site(
        String id, Kind kind, int localitySiruta, int uatSiruta, String name, Position position, boolean wheelchair) {
    /** What the site is. */
    public enum Kind {
        BASE,
        VENUE,
        TOWN_HALL,
        LOCALITY_CENTRE,
        HOSPITAL
    }
}
