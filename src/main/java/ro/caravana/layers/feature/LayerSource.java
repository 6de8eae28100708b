package ro.caravana.layers.feature;

import java.util.List;
import ro.caravana.access.Viewer;

/**
 * One collection: the only thing to write for a new one. Its title and description are the messages
 * {@code collection.<id>.title} and {@code collection.<id>.description}. Implementations are thread-safe.
 */
public interface LayerSource {
    /** The collection's id in the path, lower case. */
    String id();

    /** What its features carry, in order. */
    List<LayerProperty> properties();

    /**
     * The features as this viewer may see them. Asked for with every request: implementations keep what they made as long as
     * nothing changed.
     */
    Layer layer(Viewer viewer);
}
