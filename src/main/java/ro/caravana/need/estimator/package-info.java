/** Estimators as pure functions over arrays: no Spring, no database, no territory. */
@NullMarked
package ro.caravana.need.estimator;

import org.jspecify.annotations.NullMarked;
