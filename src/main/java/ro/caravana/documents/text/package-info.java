/**
 * Words and their spelling: messages in Romanian and English, dates, hours, distances and published figures as people read them.
 */
@NullMarked
package ro.caravana.documents.text;

import org.jspecify.annotations.NullMarked;
