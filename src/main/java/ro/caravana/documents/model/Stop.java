package ro.caravana.documents.model;

import java.time.LocalTime;
import ro.caravana.disclosure.PublishedCount;
import ro.caravana.geo.Position;

/**
 * One stop of the station.
 *
 * @param id stable from one plan to the next
 * @param siruta of the locality
 * @param venue where in the locality; empty where it is not to be told or not known
 * @param townHallAddress of the UAT; empty where unknown
 * @param standing how far it has come
 */
public record Stop(
        String id,
        VisitKind kind,
        int uatSiruta,
        String uat,
        int siruta,
        String locality,
        String venue,
        String townHallAddress,
        Position position,
        LocalTime arrival,
        LocalTime start,
        LocalTime end,
        PublishedCount persons,
        Standing standing) {
    /** Whether nobody drives there. */
    public boolean isOff() {
        return standing.isOff();
    }

    /** "Frata" for the village that gives its commune the name, otherwise "Berchieșu, Frata". */
    public String place() {
        return locality.equals(uat) ? locality : locality + ", " + uat;
    }
}
