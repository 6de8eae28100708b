package ro.caravana.territory;

import ro.caravana.geo.Position;

/**
 * An office that keeps records.
 *
 * @param id for local services as the register feed names them, for example {@code SPCLEP-TURDA}; for civil status offices
 *     {@code OSC-<uat siruta>}
 */
public record Office(String id, Kind kind, String name, int uatSiruta, Position position, String address) {
    /** Kind of office. */
    public enum Kind {
        /** Local service for person records (SPCLEP). */
        LOCAL_SERVICE,
        /** Civil status office (oficiu de stare civilă), one per UAT. */
        CIVIL_STATUS
    }
}
