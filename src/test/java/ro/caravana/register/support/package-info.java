/** An office's side of the feed, for tests. */
@NullMarked
package ro.caravana.register.support;

import org.jspecify.annotations.NullMarked;
