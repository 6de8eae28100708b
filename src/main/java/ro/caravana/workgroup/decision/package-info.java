/** Decisions and their owners, from one meeting to the next. */
@NullMarked
package ro.caravana.workgroup.decision;

import org.jspecify.annotations.NullMarked;
