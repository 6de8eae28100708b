/** The teams' reports over HTTP: taking them, listing them, and deciding where they contradict each other. */
@NullMarked
package ro.caravana.fieldwork.web;

import org.jspecify.annotations.NullMarked;
