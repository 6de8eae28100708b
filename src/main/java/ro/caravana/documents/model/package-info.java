/**
 * What a document says, in no language and on no paper: dates, places and figures that have passed the disclosure gate.
 */
@NullMarked
package ro.caravana.documents.model;

import org.jspecify.annotations.NullMarked;
