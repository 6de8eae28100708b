package ro.caravana.planning;

import ro.caravana.territory.Site;

/** What held visits have taught about those to come: factors on this module's own assumptions. */
public interface Experience {
    /** Nothing was learnt: everything as assumed. */
    Experience NONE = (kind, place) -> Factors.AS_ASSUMED;

    /** @param kind {@code CAPTURE}, {@code HANDOVER} or {@code HOME} */
    Factors of(String kind, Site.Kind place);

    /**
     * 1 is as assumed.
     *
     * @param persons served over expected
     * @param seconds per person served over those assumed
     */
    record Factors(double persons, double seconds) {
        public static final Factors AS_ASSUMED = new Factors(1, 1);

        public Factors {
            if (!(persons > 0) || !(seconds > 0)) {
                throw new IllegalArgumentException("a factor is positive");
            }
        }
    }
}
