package ro.caravana.layers.feature;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;

/**
 * Which features of a layer are wanted.
 *
 * @param boxes WGS84 longitude/latitude; a feature that touches one of them counts; none means everywhere
 * @param equal property values as text, all of which must be equal
 */
public record Selection(List<Envelope> boxes, Map<String, String> equal) {
    /** Everything. */
    public static final Selection ALL = new Selection(List.of(), Map.of());

    public Selection {
        boxes = List.copyOf(boxes);
        equal = Map.copyOf(equal);
    }
}
