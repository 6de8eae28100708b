/** The year's money: budget lines and prices as planners set them, what the field reports and the plan come to at these prices. */
@NullMarked
package ro.caravana.workgroup.money;

import org.jspecify.annotations.NullMarked;
