/** The working group's API. */
@NullMarked
package ro.caravana.workgroup.web;

import org.jspecify.annotations.NullMarked;
