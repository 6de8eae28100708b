/** The working group's API: money, targets, decisions and the months that are closed. */
@NullMarked
package ro.caravana.workgroup.web;

import org.jspecify.annotations.NullMarked;
