/** One reader per map file format; coordinates come out as they stand in the file. */
@NullMarked
package ro.caravana.geo.read;

import org.jspecify.annotations.NullMarked;
