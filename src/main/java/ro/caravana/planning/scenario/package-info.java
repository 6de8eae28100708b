/**
 * What if: a plan copied under other conditions (more stations, other days, another budget, other weights) and laid beside the first.
 */
@NullMarked
package ro.caravana.planning.scenario;

import org.jspecify.annotations.NullMarked;
