package ro.caravana.territory;

import java.util.OptionalInt;
import ro.caravana.geo.Position;

/**
 * A village or a town's component.
 *
 * @param siruta SIRUTA code
 * @param sirutaType the nomenclature's type number: 9 municipality seat, 10 component, 11 village of a municipality, 17 to 19
 *     town, 22 commune seat, 23 village
 * @param positionSource how the position was obtained
 * @param population residents at the 2011 census, absent where the census table is ambiguous
 */
public record Locality(
        int siruta,
        String name,
        int uatSiruta,
        int sirutaType,
        Position position,
        String positionSource,
        OptionalInt population) {}
