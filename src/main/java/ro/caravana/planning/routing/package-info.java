/**
 * The routing problems of the literature (Solomon, Cordeau, team orienteering, VRPLIB) in their own file formats, their checkers,
 * and the benchmark that sets the planner's search to them.
 */
@NullMarked
package ro.caravana.planning.routing;

import org.jspecify.annotations.NullMarked;
