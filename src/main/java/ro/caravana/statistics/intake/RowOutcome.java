package ro.caravana.statistics.intake;

/** What becomes of a row: it counts, or it is quarantined. */
public sealed interface RowOutcome permits CaseRow, Rejection {}
