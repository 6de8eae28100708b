/**
 * A day's road for a navigation device: GPX.
 */
@NullMarked
package ro.caravana.documents.track;

import org.jspecify.annotations.NullMarked;
