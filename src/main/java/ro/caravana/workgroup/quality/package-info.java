/** How satisfied people were with a visit, by five questions without personal data, and what they complained about. */
@NullMarked
package ro.caravana.workgroup.quality;

import org.jspecify.annotations.NullMarked;
