package ro.caravana.documents.model;

/** What the team does at a stop. */
public enum VisitKind {
    /** Photographs and applications. */
    CAPTURE,
    /** Hands over finished cards. */
    HANDOVER,
    /** At the bedside of people who cannot travel. */
    HOME
}
