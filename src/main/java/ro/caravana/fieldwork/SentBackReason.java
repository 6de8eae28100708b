package ro.caravana.fieldwork;

/** Why somebody who came left without having applied. What the station's visits have shown, most frequent first. */
public enum SentBackReason {
    /** No paper that proves where the person lives. */
    NO_HOUSING_DOCUMENT,
    NO_BIRTH_CERTIFICATE,
    /** A minor whose parents did not come or have no papers themselves. */
    PARENTS_WITHOUT_PAPERS,
    NO_MONEY_FOR_FEE,
    /** A minor who belongs to the parents' last legal domicile, or anybody whom another service has to serve. */
    OTHER_DOMICILE,
    /** The day was over before the queue was. */
    NOT_ENOUGH_TIME,
    /** Camera, printer, power or network. */
    KIT_FAILED,
    OTHER
}
