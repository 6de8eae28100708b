/** Made-up planning problems for tests. */
@NullMarked
package ro.caravana.planning.support;

import org.jspecify.annotations.NullMarked;
