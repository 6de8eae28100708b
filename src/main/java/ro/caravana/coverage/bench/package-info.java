/** Measures the live stream of a running server from outside: how soon the last of many readers sees what a batch has changed. */
@NullMarked
package ro.caravana.coverage.bench;

import org.jspecify.annotations.NullMarked;
