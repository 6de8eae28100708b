package ro.caravana.documents.model;

/** What one partner, the mayor or the police, has said of a visit. */
public enum Agreement {
    TO_ASK,
    ASKED,
    AGREED,
    REFUSED,
    /** The visit is called off; nobody is asked any more. */
    NONE
}
