/** The shape of UATs in metres: computed from a square grid or from village positions, smoothed, and checked to be a coverage. Pure functions over JTS. */
@NullMarked
package ro.caravana.territory.boundary;

import org.jspecify.annotations.NullMarked;
