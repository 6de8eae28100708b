/**
 * What pages for people without an account and without scripts share: sentences in two languages, the frame, and the
 * headers of a secret address. Knows nothing of what the pages are about.
 */
@ApplicationModule(allowedDependencies = {"problem", "territory"})
@NullMarked
package ro.caravana.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
