/**
 * Plans over HTTP. Every figure of persons passes the disclosure gate here.
 */
@NullMarked
package ro.caravana.planning.web;

import org.jspecify.annotations.NullMarked;
