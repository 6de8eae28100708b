package ro.caravana.coordination;

import java.time.LocalDate;

/**
 * A visit has gone to another day or hour; published inside the step's transaction, and kept until the plan has been taken along.
 *
 * @param appointment its id
 * @param by the account that moved it
 * @param reason why, for the plan's history
 */
public record VisitMoved(String appointment, LocalDate to, String by, String reason) {}
