/** The search on compact primitive arrays: ruin and recreate with annealing. Knows no OptaPlanner; its results are judged by the constraints. */
@NullMarked
package ro.caravana.planning.search;

import org.jspecify.annotations.NullMarked;
