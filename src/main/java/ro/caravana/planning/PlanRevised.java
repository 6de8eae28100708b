package ro.caravana.planning;

import java.util.Optional;

/**
 * A plan that was made already holds other dates now; published inside the transaction that changed it.
 *
 * @param by the account that decided
 * @param reason why, where somebody had been told of a date
 */
public record PlanRevised(String plan, PlanDiff diff, String by, Optional<String> reason) {}
