/** The statistics tables: accepted files, counts, totals and quarantined rows. */
@NullMarked
package ro.caravana.statistics.store;

import org.jspecify.annotations.NullMarked;
