package ro.caravana.documents.model;

/** Who will hold the paper. Decides what a visit at home tells, beside what the disclosure gate already decided about figures. */
public enum Audience {
    /** Prefecture, mayors, working group: a visit at home shows its locality and nothing that tells it from another visit. */
    SHARED,
    /** The directorate and its field team. */
    INTERNAL
}
