package ro.caravana.layers.ogc;

/**
 * A web link (RFC 8288) as OGC API writes it.
 *
 * @param href absolute
 */
record Link(String href, String rel, String type, String title) {}
