package ro.caravana.territory;

/** The two levels at which figures are kept. On the wire in lower case: {@code uat}, {@code locality}. */
public enum Level {
    UAT,
    LOCALITY
}
