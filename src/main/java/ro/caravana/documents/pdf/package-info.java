/**
 * Pages: HTML templates filled, drawn as PDF with embedded fonts and nothing fetched from outside.
 */
@NullMarked
package ro.caravana.documents.pdf;

import org.jspecify.annotations.NullMarked;
