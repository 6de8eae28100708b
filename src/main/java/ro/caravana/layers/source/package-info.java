/**
 * One class per collection: where its features come from and which published figures they carry.
 */
@NullMarked
package ro.caravana.layers.source;

import org.jspecify.annotations.NullMarked;
