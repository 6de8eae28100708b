/** Statistics over HTTP: for planners only, because everything here is a raw count. */
@NullMarked
package ro.caravana.statistics.web;

import org.jspecify.annotations.NullMarked;
