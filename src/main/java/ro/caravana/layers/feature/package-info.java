/**
 * Features between data and HTTP: what a collection offers, an immutable layer with its spatial index, and how a feature is written as GeoJSON.
 */
@NullMarked
package ro.caravana.layers.feature;

import org.jspecify.annotations.NullMarked;
