/** What a mayor and a police post answer without an account: their links, the other dates offered to them, and their answers. */
@NullMarked
package ro.caravana.coordination.link;

import org.jspecify.annotations.NullMarked;
