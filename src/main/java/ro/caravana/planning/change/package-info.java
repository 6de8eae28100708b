/**
 * A plan changed after it was made: a visit moved by hand, a new proposal when the facts have changed; what differs, who must hear of it, and the way back.
 */
@NullMarked
package ro.caravana.planning.change;

import org.jspecify.annotations.NullMarked;
