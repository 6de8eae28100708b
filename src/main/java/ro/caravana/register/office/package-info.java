/** An office's own side of the feed: its key, its export read and checked, batches cut, signed, kept in an outbox and sent. */
@NullMarked
package ro.caravana.register.office;

import org.jspecify.annotations.NullMarked;
