/**
 * The independent check of a plan. Shares no code with the solver or the search, so that a mistake there is seen here: it reads
 * the plan's times as they are written and asks the instance.
 */
@NullMarked
package ro.caravana.planning.check;

import org.jspecify.annotations.NullMarked;
