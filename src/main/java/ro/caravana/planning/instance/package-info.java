/** Reading and judging the two documents: structure first, then what the structure cannot say, every fault with its JSON pointer. */
@NullMarked
package ro.caravana.planning.instance;

import org.jspecify.annotations.NullMarked;
