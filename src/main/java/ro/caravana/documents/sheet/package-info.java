/**
 * Tables for other programs: the action graphic as XLSX and CSV.
 */
@NullMarked
package ro.caravana.documents.sheet;

import org.jspecify.annotations.NullMarked;
