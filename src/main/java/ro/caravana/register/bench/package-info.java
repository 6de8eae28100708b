/** Measures the feed on the database that is set: how many events a second are taken in, and how long a recount of them takes. */
@NullMarked
package ro.caravana.register.bench;

import org.jspecify.annotations.NullMarked;
