/** Visits over HTTP: lists, histories, actions, and the acceptance of a plan. */
@NullMarked
package ro.caravana.coordination.web;

import org.jspecify.annotations.NullMarked;
