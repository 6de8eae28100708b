package ro.caravana.geo;

/**
 * A point on the ground, WGS84.
 *
 * @param lat latitude, decimal degrees, −90 to 90
 * @param lon longitude, decimal degrees, −180 to 180
 */
public record Position(double lat, double lon) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8; // mean radius R1, IUGG

    public Position {
        if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
            throw new IllegalArgumentException("latitude must lie in -90..90 and longitude in -180..180");
        }
    }

    /** Great-circle distance in metres (haversine on the mean sphere; within 0.5% of the ellipsoid). */
    public double metresTo(Position other) {
        double phi1 = Math.toRadians(lat);
        double phi2 = Math.toRadians(other.lat);
        double sinPhi = Math.sin((phi2 - phi1) / 2);
        double sinLambda = Math.sin(Math.toRadians(other.lon - lon) / 2);
        double h = sinPhi * sinPhi + Math.cos(phi1) * Math.cos(phi2) * sinLambda * sinLambda;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
