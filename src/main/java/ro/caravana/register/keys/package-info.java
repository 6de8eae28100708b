/** The offices' public keys: who registered them, and from when to when they count. */
@NullMarked
package ro.caravana.register.keys;

import org.jspecify.annotations.NullMarked;
