/** The annual Measure Plan's targets, set by planners. */
@NullMarked
package ro.caravana.workgroup.goal;

import org.jspecify.annotations.NullMarked;
