/**
 * Visits from need: what the year should hold, before anybody asks when.
 */
@NullMarked
package ro.caravana.planning.derive;

import org.jspecify.annotations.NullMarked;
