package ro.caravana.fieldwork;

/**
 * A report of a visit has come; published inside the transaction that keeps it.
 *
 * @param complete false where it only says that the visit is under way
 */
public record VisitReported(FieldReport report, boolean complete) {}
