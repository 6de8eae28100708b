/** Made-up statistics for trying the software before real ones are there, from a documented model with a fixed seed. */
@NullMarked
package ro.caravana.statistics.sample;

import org.jspecify.annotations.NullMarked;
