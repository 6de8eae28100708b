package ro.caravana.planning.derive;

import java.util.Optional;

/**
 * A visit the year should hold, before anybody asks when.
 *
 * @param siruta of the locality
 * @param persons expected, at least one
 * @param value what serving it is worth
 * @param required one per UAT: a year without it breaks the promise to every mayor
 * @param after the capture visit this one hands cards over for
 * @param series visits of one series keep their distance
 */
record VisitDemand(
        String id,
        int siruta,
        Kind kind,
        int persons,
        long value,
        int serviceSeconds,
        boolean required,
        Optional<String> after,
        Optional<String> series) {
    /** What happens at the visit; the wire's own words. */
    enum Kind {
        CAPTURE,
        HANDOVER,
        HOME
    }
}
