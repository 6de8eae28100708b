package ro.caravana.planning;

import ro.caravana.geo.Position;

/**
 * One visit with its place in the year. Times are seconds of the day, Europe/Bucharest.
 *
 * @param kind {@code CAPTURE}, {@code HANDOVER} or {@code HOME}
 * @param siruta of the locality
 * @param position of the site
 * @param persons expected; a raw count
 * @param arrival at the site; service may start later
 * @param legSeconds driven from the stop before (or the base)
 * @param legMetres driven from the stop before (or the base)
 */
public record PlannedVisit(
        String id,
        String kind,
        int siruta,
        int uatSiruta,
        String locality,
        String uat,
        String siteId,
        String siteName,
        Position position,
        int persons,
        int arrival,
        int start,
        int end,
        int legSeconds,
        int legMetres) {}
