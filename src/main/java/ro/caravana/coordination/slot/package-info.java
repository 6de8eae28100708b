/** Quarters of an hour of a visit and the numbers citizens take for them: a number and an hour, nobody's name. */
@NullMarked
package ro.caravana.coordination.slot;

import org.jspecify.annotations.NullMarked;
