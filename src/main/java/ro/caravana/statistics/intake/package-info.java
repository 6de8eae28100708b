/** Reads statistics files: which format, which encoding, which columns, and what each row says or why it cannot be used. */
@NullMarked
package ro.caravana.statistics.intake;

import org.jspecify.annotations.NullMarked;
