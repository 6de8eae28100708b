package ro.caravana.territory;

import java.util.List;

/** What {@link PlaceMatcher} found. A name that fits several places is never guessed. */
public sealed interface PlaceMatch {
    /** Exactly one place fits. */
    record Matched(Place place) implements PlaceMatch {
        public int siruta() {
            return place.siruta();
        }

        public Level level() {
            return place.level();
        }
    }

    /** Several places fit; the sender must say which, best by its SIRUTA code. */
    record Ambiguous(List<Place> candidates) implements PlaceMatch {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * No place fits.
     *
     * @param reason why not
     * @param field the part of the query that is to blame
     */
    record Unknown(Reason reason, Field field) implements PlaceMatch {}

    /** A place as an answer needs it. {@code uatName} is the UAT's own name for a UAT. */
    record Place(int siruta, Level level, String name, String uatName) {}

    /** The parts of a {@link PlaceQuery}. */
    enum Field {
        SIRUTA,
        COUNTY,
        UAT,
        LOCALITY
    }

    /** Why nothing fits. */
    enum Reason {
        /** Neither a code nor a name was given. */
        EMPTY,
        /** The code is not a whole number. */
        NOT_A_CODE,
        /** No place of the county has this code. */
        NO_SUCH_CODE,
        /** No place of the county (or of the named UAT) has this name. */
        NO_SUCH_NAME,
        /** The row names another county. */
        OTHER_COUNTY,
        /** The code and the name beside it mean different places, for example a locality in the wrong UAT. */
        CONTRADICTION
    }
}
