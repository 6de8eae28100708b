/** What the planning commands share: files in, files out, faults as lines. */
@NullMarked
package ro.caravana.planning.cli;

import org.jspecify.annotations.NullMarked;
