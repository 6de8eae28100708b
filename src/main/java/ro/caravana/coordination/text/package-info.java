/** The words of what leaves the house for partners and citizens: pages, letters, mails, notices; Romanian unless another is asked for. */
@NullMarked
package ro.caravana.coordination.text;

import org.jspecify.annotations.NullMarked;
