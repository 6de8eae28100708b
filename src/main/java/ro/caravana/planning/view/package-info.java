/**
 * A plan told in places and names: days, drives and sums worked out from the two documents.
 */
@NullMarked
package ro.caravana.planning.view;

import org.jspecify.annotations.NullMarked;
