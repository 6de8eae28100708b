/** Carries a file's rows into the tables: one transaction per file, all or nothing. */
@NullMarked
package ro.caravana.statistics.load;

import org.jspecify.annotations.NullMarked;
