/** The reports' API for people with an account, and the page without scripts for those who have a link. */
@NullMarked
package ro.caravana.reported.web;

import org.jspecify.annotations.NullMarked;
