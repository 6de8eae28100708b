/**
 * A visit's life from a proposed date to cards in hands: which step may follow which, who may take it, what must hold, who is told,
 * and the history of it all. Accepting a plan turns its visits into appointments; mayors and police posts answer by links.
 */
@ApplicationModule(allowedDependencies = {"access", "disclosure", "pages", "planning", "problem", "store", "territory"})
@NullMarked
package ro.caravana.coordination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
