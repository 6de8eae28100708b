package ro.caravana.layers.feature;

/**
 * A property of a collection's features.
 *
 * @param type as JSON Schema calls it
 * @param filterable whether {@code ?name=value} selects by it
 */
public record LayerProperty(String name, Type type, boolean filterable) {
    /** JSON types; nullable all of them. */
    public enum Type {
        INTEGER,
        NUMBER,
        STRING,
        BOOLEAN
    }

    /** A property to select by. */
    public static LayerProperty key(String name, Type type) {
        return new LayerProperty(name, type, true);
    }

    /** A property to read only. */
    public static LayerProperty plain(String name, Type type) {
        return new LayerProperty(name, type, false);
    }
}
