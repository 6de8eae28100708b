/**
 * The county in one answer: what a page needs before it can draw anything.
 */
@NullMarked
package ro.caravana.layers.county;

import org.jspecify.annotations.NullMarked;
