/** The form of a batch: its signature, its envelope and its events, read strictly and without side effects. */
@NullMarked
package ro.caravana.register.batch;

import org.jspecify.annotations.NullMarked;
