package ro.caravana.fieldwork;

/** What a team ticks off at a visit. */
public enum ChecklistItem {
    KIT_TESTED,
    ROOM_READY,
    NOTICE_SEEN,
    QUESTIONNAIRES_OUT,
    PAPERS_COUNTED,
    KIT_PACKED
}
