package ro.caravana.geo.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import ro.caravana.geo.Projection;

/**
 * A layer as its file holds it.
 *
 * @param declared the reference system the file names
 */
public record RawLayer(List<RawFeature> features, Optional<Projection> declared) {
    /** A feature in its file's coordinates; numbered from 1. */
    public record RawFeature(long number, Map<String, String> attributes, Geometry geometry) {}

    public Envelope extent() {
        Envelope extent = new Envelope();
        features.forEach(feature -> extent.expandToInclude(feature.geometry().getEnvelopeInternal()));
        return extent;
    }
}
