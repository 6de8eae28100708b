/** What offices' systems call by other codes than the register does. */
@NullMarked
package ro.caravana.register.alias;

import org.jspecify.annotations.NullMarked;
