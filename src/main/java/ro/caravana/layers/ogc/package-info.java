/**
 * OGC API – Features, Part 1: Core (OGC 17-069r4) over whatever layer sources the house has: landing page, conformance, collections, items; as JSON and as plain HTML.
 */
@NullMarked
package ro.caravana.layers.ogc;

import org.jspecify.annotations.NullMarked;
