/** OptaPlanner's home: the domain it solves, the constraints that judge every plan, and the phase that lets the search work inside it. */
@NullMarked
package ro.caravana.planning.solver;

import org.jspecify.annotations.NullMarked;
