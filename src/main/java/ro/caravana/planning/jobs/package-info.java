/**
 * Plans as jobs: ordered, claimed by one node, solved, kept, resumed after a restart.
 */
@NullMarked
package ro.caravana.planning.jobs;

import org.jspecify.annotations.NullMarked;
