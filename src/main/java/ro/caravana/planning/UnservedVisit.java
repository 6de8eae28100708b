package ro.caravana.planning;

import java.util.List;

/**
 * A visit that found no place in the year.
 *
 * @param persons expected; a raw count
 * @param reasons stable codes, see {@code planning_ro.properties} for their sentences
 */
public record UnservedVisit(
        String id,
        String kind,
        int siruta,
        int uatSiruta,
        String locality,
        String uat,
        int persons,
        boolean required,
        List<String> reasons) {
    public UnservedVisit {
        reasons = List.copyOf(reasons);
    }
}
