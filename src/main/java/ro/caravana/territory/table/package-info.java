/** Tables people send: CSV in the encodings and separators of Romanian offices. Rows know where they stand, so that a refusal can say it. */
@NamedInterface("table")
@NullMarked
package ro.caravana.territory.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
