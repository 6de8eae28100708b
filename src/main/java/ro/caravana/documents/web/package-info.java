/**
 * The addresses under which documents are downloaded, and the adapter from a plan to what a document says.
 */
@NullMarked
package ro.caravana.documents.web;

import org.jspecify.annotations.NullMarked;
