/** When places and stations cannot be visited or sent out: what planners write down of mayors, police posts, rooms and roads, and what that leaves open. */
@NullMarked
package ro.caravana.planning.availability;

import org.jspecify.annotations.NullMarked;
