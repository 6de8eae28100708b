/** The register feed over HTTP: batches in, how far the offices are, keys, alarms, quarantine. */
@NullMarked
package ro.caravana.register.web;

import org.jspecify.annotations.NullMarked;
