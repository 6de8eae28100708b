/** Batches taken in, once and in order; their events counted, quarantined or recognised; the sums that follow. */
@NullMarked
package ro.caravana.register.ledger;

import org.jspecify.annotations.NullMarked;
