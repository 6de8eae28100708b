/** {@code ./run estimate}: the estimators on anybody's table, for comparison with other software. */
@NullMarked
package ro.caravana.need.command;

import org.jspecify.annotations.NullMarked;
