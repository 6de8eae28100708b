package ro.caravana.geo;

import ro.caravana.problem.Problem;

/** What reading a map file refuses. */
public abstract sealed class GeoProblem extends Problem {
    private GeoProblem(String type, int status, String title, String detail) {
        super(type, status, title, detail);
    }

    /** The file is no map file, or a broken one. */
    public static final class MapFileUnreadable extends GeoProblem {
        public MapFileUnreadable(String detail) {
            super("map-file-unreadable", 422, "The map file cannot be read", detail);
        }
    }

    /** The file is larger than is taken, packed or unpacked. */
    public static final class MapFileTooLarge extends GeoProblem {
        public MapFileTooLarge(String detail) {
            super("map-file-too-large", 413, "The map file is too large", detail);
        }
    }

    /** The coordinates cannot be placed on the Earth. */
    public static final class ReferenceSystemUnknown extends GeoProblem {
        public ReferenceSystemUnknown(String detail) {
            super("map-reference-system-unknown", 422, "The reference system is not known", detail);
        }
    }
}
