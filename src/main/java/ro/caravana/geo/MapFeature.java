package ro.caravana.geo;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * One feature of a map file.
 *
 * @param number place in the file, from 1
 * @param attributes as text, in the file's order; what the file leaves empty is missing
 * @param geometry WGS84 longitude/latitude; empty where the file has none
 */
public record MapFeature(long number, Map<String, String> attributes, Geometry geometry) {}
