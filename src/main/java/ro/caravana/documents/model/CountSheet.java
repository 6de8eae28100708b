package ro.caravana.documents.model;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A team's day as sheets to count on by hand, should the phone fail.
 *
 * @param county name without "județul"
 * @param synthetic whether the plan behind it is a trial
 * @param visits in the order of the day
 */
public record CountSheet(String county, String stationName, LocalDate date, boolean synthetic, List<Visit> visits) {
    public CountSheet {
        visits = List.copyOf(visits);
    }

    /**
     * One sheet; without a figure, so that it may lie on a table.
     *
     * @param form where its counts are filled in afterwards
     */
    public record Visit(
            String locality, String uat, String venue, VisitKind kind, LocalTime start, LocalTime end, URI form) {}
}
