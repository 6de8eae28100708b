/** Sample documents for tests. */
@NullMarked
package ro.caravana.documents.support;

import org.jspecify.annotations.NullMarked;
