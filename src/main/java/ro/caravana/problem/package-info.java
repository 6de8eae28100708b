/**
 * What went wrong, where, and how to mend it: the one shape in which every module refuses something, and its translation to RFC 9457 problem details on HTTP and to exit codes on the command line.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ro.caravana.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
