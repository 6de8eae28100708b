package ro.caravana.planning.availability;

import ro.caravana.territory.Site;

/**
 * What an entry speaks of.
 *
 * @param id a SIRUTA code in digits, a site's id or a station's
 */
public record Place(Level level, String id) {
    /** From the widest to the narrowest; a station is no place and stands aside. */
    public enum Level {
        STATION,
        UAT,
        LOCALITY,
        SITE
    }

    boolean holds(Site site) {
        return switch (level) {
            case STATION -> false;
            case UAT -> id.equals(Integer.toString(site.uatSiruta()));
            case LOCALITY -> id.equals(Integer.toString(site.localitySiruta()));
            case SITE -> id.equals(site.id());
        };
    }
}
