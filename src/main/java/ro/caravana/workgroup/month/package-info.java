/** A month's facts: gathered while it is open, kept as they were when it is closed. */
@NullMarked
package ro.caravana.workgroup.month;

import org.jspecify.annotations.NullMarked;
