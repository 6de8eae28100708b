/** What each rule of a plan costs: which rules can be relaxed, and the solves that price them. */
@NullMarked
package ro.caravana.planning.price;

import org.jspecify.annotations.NullMarked;
